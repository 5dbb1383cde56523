import type {Browser, Page} from 'playwright';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** In microseconds. */
  readonly dur?: number;
  readonly args: {
    readonly name?: string;
    readonly data?: {readonly frame?: string; readonly url?: string; readonly isOutermostMainFrame?: boolean};
  };
}

const categories = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'];

/**
 * Does something that makes a page work.
 *
 * @returns the longest task of the page's main thread during that time, in ms
 */
export async function longestTask(browser: Browser, page: Page, act: () => Promise<void>): Promise<number> {
  await browser.startTracing(page, {categories});
  const mark = `bench-${Math.random()}`;
  await page.evaluate((name) => console.timeStamp(name), mark);
  await act();
  const {traceEvents} = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return longestOf(traceEvents, mark);
}

/** The page's thread is the one that made the mark. */
function longestOf(events: readonly TraceEvent[], mark: string): number {
  const marked = events.find(({name, args}) => name === 'TimeStamp' && JSON.stringify(args).includes(mark));
  if (!marked) throw new Error('The trace does not show the page.');
  const isTask = ({name, pid, tid}: TraceEvent) => name.endsWith('RunTask') && pid === marked.pid && tid === marked.tid;
  return events.filter(isTask).reduce((longest, {dur = 0}) => Math.max(longest, dur), 0) / 1000;
}
