import {emptyVisit, type Visit} from '../../../src/visit/visit.js';
import type {VisitStore} from '../../../src/visit/visit-store.js';

/**
 * Remembers a visit as long as the test page lives.
 *
 * @param stored what is there to be read
 */
export function createMemoryVisits(stored: Visit = emptyVisit): VisitStore {
  let visit = emptyVisit;
  let unread: Visit | undefined = stored;
  const read = (): Visit => {
    visit = unread ?? visit;
    unread = undefined;
    return visit;
  };
  const forget = (): Promise<void> => {
    unread = visit = emptyVisit;
    return Promise.resolve();
  };
  return {
    storage: 'memory',
    get current() {
      return visit;
    },
    read: () => Promise.resolve(read()),
    update: (change) => Promise.resolve((visit = change(read()))),
    clear: forget,
    erase: forget,
    watch: () => undefined,
  };
}
