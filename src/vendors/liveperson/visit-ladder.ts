import type {Ladder, LadderStore} from '../../http/retry.js';
import type {VisitStore} from '../../visit/visit-store.js';

/** The retry ladder of the visitor: a reload or another tab continues it. */
export function createVisitLadder(visits: VisitStore): LadderStore {
  return {
    read: async () => (await visits.read()).ladder,
    write: (ladder) => visits.update((visit) => ({...visit, ladder})),
  };
}

/** A ladder of one request, forgotten with it. */
export function createOwnLadder(): LadderStore {
  let current: Ladder | undefined;
  return {
    read: () => Promise.resolve(current),
    write: (ladder) => Promise.resolve((current = ladder)),
  };
}
