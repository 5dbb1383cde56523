import type {Ladder, LadderStore} from './retry.js';

/** A ladder of one request, forgotten with it. */
export function createOwnLadder(): LadderStore {
  let current: Ladder | undefined;
  return {
    read: () => Promise.resolve(current),
    write: (ladder) => Promise.resolve((current = ladder)),
  };
}
