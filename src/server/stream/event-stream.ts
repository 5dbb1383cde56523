import type {StreamEnd} from '../http/report.js';

export interface EventStreamOptions {
  /** How many bytes may wait for a slow reader. */
  readonly mostWaiting: number;
  /** Called once, when either side has ended the stream. */
  readonly onEnd: (cause: StreamEnd) => void;
}

const encoder = new TextEncoder();
const heartbeat = encoder.encode(':\n\n');

/** A stream of server-sent events. A reader that is too slow loses it, and can come back for what it has missed. */
export class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  readonly #onEnd: (cause: StreamEnd) => void;
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  constructor({mostWaiting, onEnd}: EventStreamOptions) {
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => this.#end('left'),
      },
      {highWaterMark: mostWaiting, size: ({byteLength}) => byteLength},
    );
  }

  /** Sends some lines as one event. */
  send(...lines: readonly string[]): void {
    this.#write(encoder.encode(`${lines.join('\n')}\n\n`));
  }

  /** Sends a comment, so that proxies and the network do not take the connection for a dead one. */
  beat(): void {
    this.#write(heartbeat);
  }

  /** Ends the stream after what was sent. */
  end(cause: StreamEnd): void {
    const controller = this.#controller;
    this.#end(cause);
    controller?.close();
  }

  #write(bytes: Uint8Array): void {
    const controller = this.#controller;
    if (!controller) return;
    controller.enqueue(bytes);
    if ((controller.desiredSize ?? 0) >= 0) return;
    this.#end('slow');
    // Unlike close(), this drops what waits, which the reader would never take.
    controller.error(new Error('The reader of an event stream was too slow.'));
  }

  #end(cause: StreamEnd): void {
    if (!this.#controller) return;
    this.#controller = undefined;
    this.#onEnd(cause);
  }
}
