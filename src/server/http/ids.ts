/** Whether this can be the id of a visit. It fits into an address, a header and a key of a store as it is. */
export function isVisitId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w.~:@=+-]{1,128}$/.test(id);
}

/** Whether this can be the id of a page. */
export function isPageId(id: string): boolean {
  return /^[\x20-\x7e]{1,128}$/.test(id);
}
