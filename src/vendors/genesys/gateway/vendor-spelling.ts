import {own} from '../../../check/own.js';

/** The vendor's spelling of its ids, and accepted alternatives. */
const spellings = {
  visitID: ['visitId', 'visit'],
  pageID: ['pageId', 'page'],
  engagementID: ['engagementId', 'ixnId'],
  globalVisitID: ['globalVisitId'],
} as const;

/**
 * Copies an object and renames its ids to the vendor's spelling, which wins over an alternative.
 *
 * Only text and numbers count as ids, so an object under `page` stays unchanged. An id that is null or empty is
 * dropped.
 */
export function toVendorSpelling(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [name, aliases] of Object.entries(spellings)) {
    for (const alias of aliases) {
      const id = fields.get(alias);
      if (isAbsent(fields.get(name)) && isId(id)) fields.set(name, id);
      if (isAbsent(id) || isId(id)) fields.delete(alias);
    }
    if (isAbsent(fields.get(name))) fields.delete(name);
  }
  return own(Object.fromEntries(fields));
}

const isId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
