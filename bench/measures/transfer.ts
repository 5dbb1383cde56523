import type {Page} from 'playwright';
import type {Sample} from './sample.js';

/** What a page notes about itself (`pages/document.ts`). */
interface Notes {
  readonly shift: number;
  readonly longTasks: number;
  readonly visible: number | null;
}

type Transfer = Pick<
  Sample,
  'callBytes' | 'callDecoded' | 'bytes' | 'decoded' | 'requests' | 'firstCall' | 'visible' | 'longTasks' | 'shift'
>;

const isCall = ({initiatorType}: PerformanceResourceTiming) => ['fetch', 'xmlhttprequest'].includes(initiatorType);
const isFile = (entry: PerformanceResourceTiming) =>
  !isCall(entry) && !['iframe', 'beacon'].includes(entry.initiatorType);

/** Reads what a page has noted, and which files it has loaded until when. */
export async function readTransfer(page: Page): Promise<Transfer> {
  const {arrival, notes, entries} = await page.evaluate(() => ({
    arrival: (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).responseEnd,
    notes: (globalThis as unknown as {notes: Notes}).notes,
    entries: performance.getEntriesByType('resource').map((entry) => entry.toJSON() as PerformanceResourceTiming),
  }));
  const {visible, longTasks, shift} = notes;
  const firstCall = entries.find(isCall)?.startTime;
  const until = (end: number) => entries.filter((entry) => isFile(entry) && entry.responseEnd <= end);
  const early = firstCall === undefined ? undefined : until(firstCall);
  const files = until(visible ?? Infinity);
  return {
    callBytes: early && sum(early, 'encodedBodySize'),
    callDecoded: early && sum(early, 'decodedBodySize'),
    bytes: sum(files, 'encodedBodySize'),
    decoded: sum(files, 'decodedBodySize'),
    requests: files.length,
    firstCall: firstCall && firstCall - arrival,
    visible: visible === null ? undefined : visible - arrival,
    longTasks,
    shift,
  };
}

function sum(entries: readonly PerformanceResourceTiming[], size: 'encodedBodySize' | 'decodedBodySize'): number {
  return entries.reduce((total, entry) => total + entry[size], 0);
}
