import {setTimeout} from 'node:timers/promises';

/** In ms, so long that only what never comes is given up, also on a machine with much else to do. */
export const patience = Number(process.env['TEST_PATIENCE'] ?? 30_000);

/** Between two looks, in ms. To ask a browser takes time from the page that it is asked about. */
const pause = 60;

/** Resolves once `check` holds; rejects when it still does not after a long time. */
export async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain until ${what}.`);
    await setTimeout(pause);
  }
}

/** The same for what comes one by one: it is given up when as long a time has brought no further one. */
export async function untilThereAre(wanted: number, what: string, count: () => number): Promise<void> {
  let last = count();
  while (last !== wanted) {
    await until(`there are ${wanted} ${what}, with ${last} so far`, () => count() !== last);
    last = count();
  }
}
