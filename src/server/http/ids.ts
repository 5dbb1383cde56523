/** The form of the id of a visit. It fits into an address, a header and a key of a store as it is. */
export const visitIdForm = /^[\w.~:@=+-]{1,128}$/;

/** The form of the id of a page. */
export const pageIdForm = /^[\x20-\x7e]{1,128}$/;

/** The form of the id of an event. */
export const eventIdForm = /^[\w-]{1,64}$/;

export function isVisitId(id: unknown): id is string {
  return typeof id === 'string' && visitIdForm.test(id);
}
