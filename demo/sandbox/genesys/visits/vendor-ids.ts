type Fields = Readonly<Record<string, unknown>>;

/** The vendor's spelling of each id, and the others that are understood. */
const spellings = {
  visitID: ['visitID', 'visitId', 'visit'],
  pageID: ['pageID', 'pageId', 'page'],
  engagementID: ['engagementID', 'engagementId', 'ixnId'],
} as const;

/** The id of this name in any of its spellings, as text. */
export function findId(fields: Fields, name: keyof typeof spellings): string | undefined {
  const id = spellings[name].map((spelling) => fields[spelling]).find(isId);
  return id === undefined ? undefined : String(id);
}

/** Whether a visit may be called so: anything short that cannot be taken for a pattern of channels or another path. */
export function isVisitId(id: string | undefined): id is string {
  return id !== undefined && /^[^/*]{1,128}$/.test(id);
}

/** The visit that a part of a path names, if it can be one. */
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
