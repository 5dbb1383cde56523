/** Links to the brand's chat. Each opens once, and only in time. */
export class OneTimeLinks {
  /** When each link expires, in ms since the epoch. */
  readonly #expiries = new Map<string, number>();

  /**
   * @param site address below which browsers find the sandbox
   * @param expiry in ms since the epoch
   */
  make(site: string, expiry: number): string {
    const id = crypto.randomUUID();
    this.#expiries.set(id, expiry);
    return `${site}/brand/chat?engagement=${id}`;
  }

  /** Uses up the link with this id. Returns whether it was still valid, `at` ms since the epoch. */
  use(id: string, at: number): boolean {
    const expiry = this.#expiries.get(id) ?? 0;
    this.#expiries.delete(id);
    return at < expiry;
  }
}
