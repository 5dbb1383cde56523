import {promisifyRequest, type UseStore} from 'idb-keyval';
import type {Database} from './database.js';
import {emptyVisit, toVisit, type Visit} from './visit.js';

/** Reads the visit under a key. It rejects when the database does. */
export async function readVisit(key: string, use: UseStore): Promise<Visit> {
  return toVisit(await use('readonly', (records) => promisifyRequest(records.get(key))));
}

/**
 * Changes the visit under a key, atomically among all tabs, and resolves with the result. It rejects when the database
 * does.
 *
 * @param change must be pure, because it may run twice
 */
export async function updateVisit(key: string, change: (visit: Visit) => Visit, use: UseStore): Promise<Visit> {
  let changed = emptyVisit;
  await use('readwrite', async (records) => {
    const stored = toVisit(await promisifyRequest(records.get(key)));
    changed = change(stored);
    if (changed === stored) return;
    records.put(changed, key);
    await promisifyRequest(records.transaction);
  });
  return changed;
}

/**
 * Forgets the visit under a key, unless it is by now that of another visitor than `visitorId`. An empty record stays, which
 * tells a page that returns from the back/forward cache that the visitor has logged out. It rejects when the database does.
 */
export async function forgetVisit(key: string, use: UseStore, visitorId?: string): Promise<void> {
  const isTheirs = (visit: Visit): boolean => !visitorId || visit.visitorId === visitorId;
  try {
    await updateVisit(key, (visit) => (visit !== emptyVisit && isTheirs(visit) ? {} : visit), use);
  } catch {
    // A full disk may refuse to write, and not to delete.
    await use('readwrite', async (records) => {
      const stored = toVisit(await promisifyRequest(records.get(key)));
      if (isTheirs(stored)) await promisifyRequest(records.delete(key));
    });
  }
}

/** Erases the visit under a key, and the database unless it holds another visit. It rejects when the database does. */
export async function eraseVisit(key: string, {use, destroy}: Database): Promise<void> {
  const left = await use('readwrite', async (records) => {
    await promisifyRequest(records.delete(key));
    return promisifyRequest(records.count());
  });
  if (left === 0) await destroy();
}
