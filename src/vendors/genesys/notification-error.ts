/**
 * A notification cannot be read. The message says what was expected and which kind of value came, but not the value.
 *
 * @example
 * session.subscribe(({fact}) => {
 *   if (fact.type === 'trouble' && fact.error instanceof NotificationError) console.warn(fact.error.message);
 * });
 */
export class NotificationError extends Error {
  override readonly name = 'NotificationError';
}
