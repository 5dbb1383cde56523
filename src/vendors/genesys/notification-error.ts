/** Notifications that cannot be read. The message says what was expected and what kind of thing came, and no value. */
export class NotificationError extends Error {
  override readonly name = 'NotificationError';
}
