import {sleep as realSleep, type Sleep} from '../../http/sleep.js';

/** Nobody has to read faster than this, in s (WCAG 2.2, 2.2.1 Timing Adjustable). */
const shortest = 20;

export interface AutoCollapse {
  /** How long the card stays, in s; at least 20. */
  readonly seconds: number;
  /** Whether the visitor is at it now: such seconds do not count. */
  readonly isBusy: () => boolean;
  readonly sleep?: Sleep | undefined;
}

/** Resolves when a card was left alone for so long; rejects when `signal` aborts. */
export async function untilLeftAlone(
  {seconds, isBusy, sleep = realSleep}: AutoCollapse,
  signal: AbortSignal,
): Promise<void> {
  for (let left = Math.max(shortest, seconds); left > 0;) {
    await sleep(1000, signal);
    if (!isBusy()) left -= 1;
  }
}
