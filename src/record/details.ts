import type {Details} from './engagement-record.js';

type Entry = [name: string, value: unknown];
type PlainEntry = [name: string, value: Details[string]];

/** Keeps the plain fields of a vendor's object unchanged, without lists, objects and empty values. */
export function readDetails(fields: object): Details {
  return Object.fromEntries(Object.entries(fields).filter(isPlain));
}

function isPlain(entry: Entry): entry is PlainEntry {
  const [, value] = entry;
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
}
