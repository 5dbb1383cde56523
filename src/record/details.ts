import type {Details} from './engagement-record.js';

type Entry = [name: string, value: unknown];
type PlainEntry = [name: string, value: Details[string]];

/** Keeps the plain facts of a vendor's object as they are: no lists, no objects, nothing that is absent or empty. */
export function readDetails(fields: object): Details {
  return Object.fromEntries(Object.entries(fields).filter(isPlain));
}

function isPlain(entry: Entry): entry is PlainEntry {
  const [, value] = entry;
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
}
