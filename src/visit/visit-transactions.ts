import {promisifyRequest, type UseStore} from 'idb-keyval';
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
    changed = change(toVisit(await promisifyRequest(records.get(key))));
    records.put(changed, key);
    await promisifyRequest(records.transaction);
  });
  return changed;
}
