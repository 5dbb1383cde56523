import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import {readOpeningHours} from './opening-hours.js';
import type {Trigger} from './trigger.js';

const minute = 60_000;

/** The edges to the world. */
export interface HoursEdges {
  /** In ms since the epoch. @default Date.now */
  readonly now?: () => number;
  readonly sleep?: Sleep;
}

/**
 * Lets invitations be shown in opening hours only.
 *
 * @throws ConfigurationError when they cannot be read
 */
export function createHoursTrigger(hours: string, {now = Date.now, sleep = realSleep}: HoursEdges = {}): Trigger {
  const isOpenAt = readOpeningHours(hours);
  return {
    name: 'hours',
    start(tell, signal) {
      const follow = async (): Promise<void> => {
        for (let isOpen: boolean | undefined; !signal.aborted;) {
          const isOpenNow = isOpenAt(now());
          if (isOpenNow !== isOpen) tell((isOpen = isOpenNow));
          await sleep(minute - (now() % minute), signal).catch(() => undefined);
        }
      };
      void follow();
    },
  };
}
