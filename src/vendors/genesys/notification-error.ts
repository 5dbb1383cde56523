/**
 * A notification cannot be read. The message says what was expected and which kind of value came, but not the value.
 */
export class NotificationError extends Error {
  override readonly name = 'NotificationError';
}
