import {toBytes} from '../../sandbox/bytes.js';
import type {Wire} from '../../sandbox/http/response-writer.js';

const bodiless = [204, 304];

/** An answer of a service worker: what is written becomes the body of a response. */
export class WorkerWire implements Wire {
  /** Resolves when the answer has its head, or is broken off without one. */
  readonly response: Promise<Response>;
  readonly #listeners: (() => void)[] = [];
  #respond: (response: Response) => void = () => {};
  #stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  #written: (() => void)[] = [];
  #isClosed = false;

  /** `signal` aborts when the page does not want the answer any more. */
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
    if (sent) this.#written.push(sent);
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
      // Called when nothing waits in the stream any more.
      pull: () => this.#written.splice(0).forEach((tell) => tell()),
      cancel: this.#close,
    });
  }

  readonly #close = (): void => {
    this.#isClosed = true;
    this.#listeners.splice(0).forEach((listener) => listener());
  };
}
