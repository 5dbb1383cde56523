/** How many rows Page Up and Page Down pass. */
const page = 10;

/** Which row a key leads to, among those from `first` to `last`; nothing for every other key. */
export function keyTarget(
  {key, altKey, ctrlKey, metaKey}: KeyboardEvent,
  current: number,
  {first, last}: {readonly first: number; readonly last: number},
): number | undefined {
  const targets: Partial<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: first,
    End: last,
  };
  const target = targets[key];
  if (target === undefined || altKey || ctrlKey || metaKey) return undefined;
  return Math.max(first, Math.min(last, target));
}
