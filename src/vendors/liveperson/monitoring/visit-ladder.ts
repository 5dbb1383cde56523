import type {LadderStore} from '../../../http/retry.js';
import type {VisitStore} from '../../../visit/visit-store.js';

/** The retry ladder of the visitor: a reload or another tab continues it. */
export function createVisitLadder(visits: VisitStore): LadderStore {
  return {
    read: async () => (await visits.read()).ladder,
    write: (ladder) => visits.update((visit) => ({...visit, ladder})),
  };
}
