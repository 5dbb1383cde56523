/** Calls back once, when the page may be changed again. */
export type Wait = (done: () => void) => void;

/** How long a page may draw no frame, in ms, as it does in a hidden tab. */
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
 * Hands over the first message at once and what comes before the next frame together, so that a flood
 * of messages changes the page once a frame at most.
 */
export function createInbox<Message>(
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
