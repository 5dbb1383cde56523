import type {Ladder, LadderStore} from '../../../http/retry.js';
import {createVisitSlice} from '../../../visit/visit-slice.js';
import type {VisitStore} from '../../../visit/visit-store.js';

/** What is remembered of monitoring between pages. Times are in ms since the epoch. */
export interface MonitoringFacts {
  /** Where the Monitoring API was found, and when. */
  readonly host?: {readonly name: string; readonly at: number} | undefined;
  /** How far the visitor has come in the retry policy. */
  readonly ladder?: Ladder | undefined;
  /** The last answer, and a digest of the question: an answer about one person is never shown to another. */
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
