import type {Ladder, LadderStore} from '../../../http/retry.js';
import {createVisitSlice} from '../../../visit/visit-slice.js';
import type {VisitStore} from '../../../visit/visit-store.js';

/** Facts about monitoring that are kept between pages. Times are in ms since the epoch. */
export interface MonitoringFacts {
  /** Host of the Monitoring API, and when it was looked up. */
  readonly host?: {readonly name: string; readonly at: number} | undefined;
  /** The visitor's position in the retry policy. */
  readonly ladder?: Ladder | undefined;
  /** The last answer, with a digest of the request, so that an answer about one person is never used for another. */
  readonly answer?: {readonly at: number; readonly question: string; readonly body: unknown} | undefined;
}

export const monitoringMemory = createVisitSlice<MonitoringFacts>({
  host: {name: 'string', at: 'number'},
  ladder: {failures: 'number', notBefore: 'number'},
  answer: {at: 'number', question: 'string'},
});

/** The retry ladder of the visitor, which a reload or another tab continues. */
export function createVisitLadder(visits: VisitStore): LadderStore {
  return {
    read: async () => monitoringMemory.read(await visits.read()).ladder,
    write: (ladder) => visits.update((visit) => monitoringMemory.write(visit, {ladder})),
  };
}
