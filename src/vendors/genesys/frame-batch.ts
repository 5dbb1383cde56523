/** Calls back once, when the page may change again. */
export type Wait = (done: () => void) => void;

/** Longest wait for a frame, in ms. A hidden tab draws none. */
const longestFrame = 250;

/** Waits until a frame has been drawn. */
const afterFrame: Wait = (done) => {
  const late = setTimeout(() => {
    cancelAnimationFrame(frame);
    done();
  }, longestFrame);
  const frame = requestAnimationFrame(() => {
    clearTimeout(late);
    // A task of its own, because a frame is drawn after its callbacks have run.
    setTimeout(done);
  });
};

/**
 * Passes the first message on at once, and all messages that arrive before the next frame together, so that a flood of
 * messages changes the page at most once per frame.
 */
export function createFrameBatch<Message>(
  handle: (messages: readonly Message[]) => void,
  wait: Wait = afterFrame,
): (message: Message) => void {
  let waiting: Message[] | undefined;
  const open = (messages: readonly Message[]): void => {
    waiting = undefined;
    if (messages.length === 0) return;
    const following: Message[] = (waiting = []);
    wait(() => open(following));
    handle(messages);
  };
  return (message) => {
    if (waiting) waiting.push(message);
    else open([message]);
  };
}
