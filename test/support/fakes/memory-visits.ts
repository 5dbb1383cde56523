import {emptyVisit, type Visit} from '../../../src/visit/visit.js';
import type {VisitStore} from '../../../src/visit/visit-store.js';

/** Remembers a visit as long as the test page lives. */
export function createMemoryVisits(): VisitStore {
  let visit: Visit = emptyVisit;
  const forget = (): Promise<void> => {
    visit = emptyVisit;
    return Promise.resolve();
  };
  return {
    storage: 'memory',
    get current() {
      return visit;
    },
    read: () => Promise.resolve(visit),
    update: (change) => Promise.resolve((visit = change(visit))),
    clear: forget,
    erase: forget,
    watch: () => undefined,
  };
}
