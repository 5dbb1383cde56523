/** What is said on a channel by others than the one who listens. Posts to it as another tab, too. */
export interface Overheard {
  readonly messages: readonly unknown[];
  readonly say: (message: unknown) => void;
  readonly close: () => void;
}

export function overhear(name: string): Overheard {
  const channel = new BroadcastChannel(name);
  const messages: unknown[] = [];
  channel.onmessage = ({data}: MessageEvent<unknown>) => messages.push(data);
  return {
    messages,
    say: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}

/** Runs a task with another class of channels. */
export function withChannels(channels: typeof BroadcastChannel, task: () => void): void {
  const original = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = channels;
  try {
    task();
  } finally {
    globalThis.BroadcastChannel = original;
  }
}

/** Channels as in a browser that denies those whose names match. */
export const deniedChannels = (names: RegExp): typeof BroadcastChannel =>
  class extends BroadcastChannel {
    constructor(name: string) {
      if (names.test(name)) throw new DOMException('denied', 'SecurityError');
      super(name);
    }
  };
