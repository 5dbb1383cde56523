/** The browser's storage cannot be used. The visit is kept in memory as long as the page is open. */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(cause: unknown) {
    // An aborted transaction rejects with null.
    const reason = cause instanceof Error ? cause.name : 'transaction aborted';
    super(`Expected to keep the visit in IndexedDB, got ${reason}; it is kept in memory instead`, {cause});
  }
}
