export type OpenChannel = (name: string) => BroadcastChannel;

/**
 * Opens a channel to the visitor's other tabs, and closes it when `signal` aborts. Returns a function that posts to
 * them as long as the browser lets it, or undefined where the browser denies channels.
 */
export function openTabChannel(
  name: string,
  hear: (message: unknown) => void,
  signal: AbortSignal,
  openChannel: OpenChannel = (name) => new BroadcastChannel(name),
): ((message: unknown) => void) | undefined {
  if (signal.aborted) return undefined;
  try {
    const channel = openChannel(name);
    channel.onmessage = ({data}) => hear(data);
    signal.addEventListener('abort', () => channel.close());
    return (message) => {
      try {
        channel.postMessage(message);
      } catch {
        // Closed or denied: nobody hears it.
      }
    };
  } catch {
    return undefined;
  }
}
