import {connect, type Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';
import {ChunkedBody} from './chunked-body.js';
import type {Tickets} from '../../src/server/index.js';

export interface StreamClientOptions {
  /** Says the address of the stream, without a query, before each connection. */
  readonly url: () => string;
  readonly visit: string;
  readonly tickets: Pick<Tickets, 'issue'>;
  /** Origin of the page. */
  readonly origin: string;
  /** Address on loopback that the page comes from. @default the usual one */
  readonly from?: string | undefined;
  /** Takes each message. */
  readonly receive?: ((data: string) => void) | undefined;
  /** Called whenever a stream is open and has what was missed. */
  readonly onOpen?: (() => void) | undefined;
  readonly onLost?: (() => void) | undefined;
}

/** Pause before a page comes back that was told nothing else, in ms. */
const usualPause = 1_000;

/**
 * A page that listens as the widget does: each connection has a new ticket and goes on after the last event, and a lost
 * one is opened again after the pause that the server has told. It is a bare socket, so that thousands of them fit in a
 * process.
 */
export class StreamClient {
  readonly #options: StreamClientOptions;
  #socket: Socket | undefined;
  #lastEventId = '';
  #wanted = usualPause;
  #isOver = false;

  constructor(options: StreamClientOptions) {
    this.#options = options;
  }

  /** Connects, and stays connected until it is closed. */
  open(): void {
    void this.#connect();
  }

  close(): void {
    this.#isOver = true;
    this.#socket?.destroy();
  }

  async #connect(): Promise<void> {
    const {url, visit, tickets, origin, from} = this.#options;
    const ticket = await tickets.issue({visit, origin});
    if (this.#isOver) return;
    const {hostname, port, host, pathname} = new URL(url());
    const query = new URLSearchParams({visit, ticket, lastEventId: this.#lastEventId});
    const socket = connect({host: hostname, port: Number(port), localAddress: from});
    this.#socket = socket;
    this.#read(socket);
    socket.on('error', () => undefined);
    // The server never says the end of a stream in another way.
    socket.once('end', () => socket.destroy());
    socket.once('close', () => void this.#comeBack());
    socket.write(`GET ${pathname}?${String(query)} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\n\r\n`);
  }

  async #comeBack(): Promise<void> {
    if (this.#isOver) return;
    this.#options.onLost?.();
    await pause(this.#wanted);
    await this.#connect();
  }

  #read(socket: Socket): void {
    const body = new ChunkedBody();
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (received: string) => {
      const blocks = (text + body.read(received)).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.#take(block);
      if (body.isOver) socket.destroy();
    });
  }

  #take(block: string): void {
    const read = (name: string): string | undefined => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, data, retry] = [read('id'), read('data'), read('retry')];
    this.#lastEventId = id ?? this.#lastEventId;
    if (retry === undefined) {
      if (data !== undefined) this.#options.receive?.(data);
      return;
    }
    this.#wanted = Number(retry);
    if (id !== undefined) this.#options.onOpen?.();
  }
}
