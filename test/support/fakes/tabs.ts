/** What a tab shows, in the test's own hands: several of them stand for several tabs. */
export interface FakePage extends EventTarget {
  readonly document: {visibilityState: DocumentVisibilityState; hasFocus(): boolean};
}

export type PageState = 'focused' | 'visible' | 'hidden';

export function createPage(state: PageState = 'visible'): FakePage {
  const visibilityState = state === 'hidden' ? 'hidden' : 'visible';
  return Object.assign(new EventTarget(), {document: {visibilityState, hasFocus: () => state === 'focused'} as const});
}

/** The visitor goes to a tab, or away from it. */
export function changeVisibility(page: FakePage, visibilityState: DocumentVisibilityState): void {
  page.document.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

/** Channels of one tab, which falls silent without a goodbye when it freezes. */
export function createFreezer(): {openChannel: (name: string) => BroadcastChannel; freeze: () => void} {
  const channels: BroadcastChannel[] = [];
  return {
    openChannel: (name) => {
      const channel = new BroadcastChannel(name);
      channels.push(channel);
      return channel;
    },
    freeze: () => channels.forEach((channel) => (channel.onmessage = null)),
  };
}

/** Channels of a page that may not have any. */
export const deniedChannel = (): never => {
  throw new DOMException('denied', 'SecurityError');
};

/** Locks of a page that may not have any. */
export const deniedLocks = {
  request: () => Promise.reject(new DOMException('denied', 'SecurityError')),
} as unknown as LockManager;

/** Everything that is said on a channel. */
export function overhear(name: string, signal: AbortSignal): readonly unknown[] {
  const messages: unknown[] = [];
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({data}) => messages.push(data);
  signal.addEventListener('abort', () => channel.close());
  return messages;
}

/** Waits until what was posted has arrived, and the answers to it, and the answers to those. */
export async function messagesArrive(): Promise<void> {
  const name = crypto.randomUUID();
  const [sender, receiver] = [new BroadcastChannel(name), new BroadcastChannel(name)];
  for (let hop = 0; hop < 3; hop += 1) {
    await new Promise((resolve) => {
      receiver.onmessage = resolve;
      sender.postMessage('hop');
    });
  }
  sender.close();
  receiver.close();
}

/** A frame of this origin: it has locks and channels of its own, and they go with it. */
export function addFrame(): {window: Window & typeof globalThis; remove: () => void} {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  return {window: frame.contentWindow as Window & typeof globalThis, remove: () => frame.remove()};
}
