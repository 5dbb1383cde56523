/**
 * The body of an answer in chunks, wherever the socket and proxies cut it. It reads ASCII only, which is all that the
 * pages of a crowd are sent.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding
 */
export class ChunkedBody {
  #received = '';
  #isHeadRead = false;
  #isOver = false;

  /** Whether no more of it comes, or it is the body of a refusal. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Takes what the socket has received, and returns what it adds to the body. */
  read(received: string): string {
    this.#received += received;
    if (!this.#isHeadRead) this.#readHead();
    let added = '';
    for (let chunk = this.#next(); chunk; chunk = this.#next()) added += chunk;
    return added;
  }

  #readHead(): void {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.#isHeadRead = true;
    this.#isOver = !this.#received.startsWith('HTTP/1.1 200');
    this.#received = this.#received.slice(end + 4);
  }

  #next(): string | undefined {
    const start = this.#received.indexOf('\r\n') + 2;
    const end = start + Number.parseInt(this.#received, 16);
    if (!this.#isHeadRead || this.#isOver || start < 2 || this.#received.length < end + 2) return undefined;
    const chunk = this.#received.slice(start, end);
    this.#received = this.#received.slice(end + 2);
    this.#isOver = chunk === '';
    return chunk;
  }
}
