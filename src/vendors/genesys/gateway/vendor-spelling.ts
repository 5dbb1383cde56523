/** The vendor's own spelling of its ids, and the others that are understood. */
const spellings = {
  visitID: ['visitId', 'visit'],
  pageID: ['pageId', 'page'],
  engagementID: ['engagementId', 'ixnId'],
  globalVisitID: ['globalVisitId'],
} as const;

/**
 * Gives ids the vendor's own spelling, in a copy; what the vendor's spelling says wins.
 *
 * Only text and numbers count as ids, so an object under `page` stays what it is. An id that is
 * null or empty is left out.
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
  return Object.fromEntries(fields);
}

const isId = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number';
const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';
