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

/** What has arrived since the last frame. */
export interface Batch<Message> {
  readonly messages: readonly Message[];
  /** How many came beyond what is kept. */
  readonly lost: number;
}

/**
 * Passes the first message on at once, and all messages that arrive before the next frame together, so that a flood of
 * messages changes the page at most once per frame.
 *
 * @param most how many of a frame are kept
 */
export function createFrameBatch<Message>(
  handle: (batch: Batch<Message>) => void,
  most: number,
  wait: Wait = afterFrame,
): (message: Message) => void {
  let waiting: {messages: Message[]; lost: number} | undefined;
  const open = (batch: Batch<Message>): void => {
    waiting = undefined;
    if (batch.messages.length === 0) return;
    const following = (waiting = {messages: [], lost: 0});
    wait(() => open(following));
    handle(batch);
  };
  return (message) => {
    if (!waiting) open({messages: [message], lost: 0});
    else if (waiting.messages.length < most) waiting.messages.push(message);
    else waiting.lost += 1;
  };
}
