import type {JsonObject} from '../../http/json.js';

/** Accepted spellings of each id, the vendor's own first. */
const spellings = {
  visitID: ['visitID', 'visitId', 'visit'],
  pageID: ['pageID', 'pageId', 'page'],
  engagementID: ['engagementID', 'engagementId', 'ixnId'],
} as const;

/** Reads an id in any of its spellings, as text. */
export function findId(fields: JsonObject, name: keyof typeof spellings): string | undefined {
  const id = spellings[name].map((spelling) => fields[spelling]).find(isId);
  return id === undefined ? undefined : String(id);
}

/** Whether this can be the id of a visit: short, and not mistakable for a channel pattern or another path. */
export function isVisitId(id: string | undefined): id is string {
  return id !== undefined && /^[^/*]{1,128}$/.test(id);
}

/** Reads the id of a visit from a part of a path. */
export function visitInPath(part: string): string | undefined {
  try {
    const id = decodeURIComponent(part);
    return isVisitId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}

function isId(value: unknown): value is string | number {
  return (typeof value === 'string' && value !== '') || typeof value === 'number';
}
