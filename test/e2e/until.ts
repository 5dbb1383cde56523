import {setTimeout} from 'node:timers/promises';

/** Resolves once `check` holds; rejects when it still does not after ten seconds. */
export async function until(what: string, check: () => boolean | Promise<boolean>, patience = 10_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`Waited ${patience} ms in vain until ${what}.`);
    await setTimeout(20);
  }
}
