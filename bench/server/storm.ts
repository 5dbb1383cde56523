import {setTimeout as pause} from 'node:timers/promises';
import type {Crowd} from './crowd.js';
import {createVisits, startServers} from './servers.js';

/** How the pages of a server came back after its end. */
export interface Storm {
  readonly pages: number;
  /** From the end of the server until the last page was back, in s. */
  readonly duration: number;
  /** Most streams that were opened within a second. */
  readonly peak: number;
}

/** Ends one of two processes, which has all the pages. They come back to the other one, spread as they were told. */
export async function measureStorm(pages: number): Promise<Storm> {
  const servers = await startServers(2);
  const [first] = servers.processes;
  if (!first) throw new Error('Expected a process.');
  const crowd = servers.crowd(createVisits(pages), {at: [first]});
  await crowd.open();
  const start = performance.now();
  first.process.kill('SIGTERM');
  while (crowd.lost < pages) await pause(1);
  const returns = await countReturns(crowd, pages);
  const duration = (performance.now() - start) / 1_000;
  crowd.close();
  await servers.close();
  return {pages, duration, peak: Math.max(...returns)};
}

/** How many pages were back after each further second. */
async function countReturns(crowd: Crowd, pages: number): Promise<readonly number[]> {
  const returns: number[] = [];
  for (let before = crowd.openCount; before < pages;) {
    const end = performance.now() + 1_000;
    while (performance.now() < end && crowd.openCount < pages) await pause(1);
    returns.push(crowd.openCount - before);
    before = crowd.openCount;
  }
  return returns;
}
