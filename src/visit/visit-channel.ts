/** What tabs tell each other about a visit: it was changed, it was forgotten, or the visitor's consent was withdrawn. */
export type VisitMessage = 'changed' | 'cleared' | 'erased';

/** Opens the channel on which tabs speak about the visit under a key; undefined where the browser denies channels. */
export function openVisitChannel(key: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`web-engagement/${key}`);
  } catch {
    return undefined;
  }
}

/** Tells the other tabs, by a channel that is open already or by one of its own, unless the browser denies it. */
export function tellTabs(key: string, message: VisitMessage | object, open?: BroadcastChannel): void {
  const channel = open ?? openVisitChannel(key);
  try {
    channel?.postMessage(message);
  } catch {
    // Then each tab is for itself.
  }
  if (!open) channel?.close();
}
