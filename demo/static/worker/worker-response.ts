import {toBytes} from '../../sandbox/bytes.js';
import type {ResponseWriter} from '../../sandbox/http/response-writer.js';

/** Statuses whose responses must not have a body. */
const bodiless = [204, 304];

/** Writes a response of a service worker. */
export class WorkerResponseWriter implements ResponseWriter {
  /** Resolves when the head is written, or the connection is broken before that. */
  readonly response: Promise<Response>;
  readonly #listeners: (() => void)[] = [];
  #respond: (response: Response) => void = () => {};
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  #sent: (() => void)[] = [];
  #isClosed = false;

  /** @param signal aborts when the page no longer wants the response */
  constructor(signal: AbortSignal) {
    this.response = new Promise((resolve) => (this.#respond = resolve));
    signal.addEventListener('abort', () => this.end());
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  writeHead(status: number, headers: Readonly<Record<string, string>> = {}): void {
    const body = bodiless.includes(status) ? null : this.#openBody();
    this.#respond(new Response(body, {status, headers}));
  }

  write(chunk: string | Uint8Array, sent?: () => void): void {
    if (this.#isClosed) return;
    if (sent) this.#sent.push(sent);
    if (chunk.length > 0) this.#stream?.enqueue(typeof chunk === 'string' ? toBytes(chunk) : chunk);
  }

  end(chunk: string | Uint8Array = ''): void {
    this.write(chunk);
    if (!this.#isClosed) this.#stream?.close();
    this.#close();
  }

  destroy(): void {
    if (!this.#isClosed) this.#stream?.error(new TypeError('The connection was broken off.'));
    this.#respond(Response.error());
    this.#close();
  }

  onClose(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #openBody(): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (stream) => {
        this.#stream = stream;
      },
      // Called when the page has read everything that was written.
      pull: () => this.#sent.splice(0).forEach((report) => report()),
      cancel: this.#close,
    });
  }

  readonly #close = (): void => {
    this.#isClosed = true;
    this.#listeners.splice(0).forEach((listener) => listener());
  };
}
