import type {Wire} from './response-writer.js';

/** What the sandbox sends back. */
export interface Answer {
  /** `0` when the connection ends without an answer. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Whether pages of other origins may read a vendor's answer; they may unless this is `false`. */
  readonly readable?: boolean;
  /** How it goes over the wire, if not at once and whole. */
  readonly deliver?: Delivery;
}

export type Delivery = (wire: Wire, answer: Answer) => void;

export const deliverWhole: Delivery = (wire, {status, headers, body}) => {
  wire.writeHead(status, headers);
  wire.end(body);
};

/** LivePerson labels its JSON as octets; so does everything here that stands in for it. */
export function vendorJson(status: number, value: unknown): Answer {
  return {status, headers: {'Content-Type': 'application/octet-stream'}, body: JSON.stringify(value)};
}

export function json(status: number, value: unknown): Answer {
  return {status, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(value)};
}

export function html(status: number, body: string, headers?: Record<string, string>): Answer {
  return {status, headers: {'Content-Type': 'text/html; charset=utf-8', ...headers}, body};
}

export function text(status: number, body: string): Answer {
  return {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}, body};
}

/** A stream of events to a browser. */
export interface EventStream {
  /** Sends a value as JSON. */
  readonly send: (value: unknown) => void;
  readonly end: () => void;
}

const heartbeat = 15_000;

/** An answer that goes on until either side ends it. What `start` returns is called then. */
export function eventStream(start: (stream: EventStream) => () => void): Answer {
  const deliver: Delivery = (wire, {status, headers}) => {
    if (wire.isClosed) return;
    wire.writeHead(status, headers);
    wire.write(': open\n\n');
    const timer = setInterval(() => wire.write(': still here\n\n'), heartbeat);
    const stop = start({
      send: (value) => wire.write(`data: ${JSON.stringify(value)}\n\n`),
      end: () => wire.end(),
    });
    wire.onClose(() => {
      clearInterval(timer);
      stop();
    });
  };
  return {status: 200, headers: {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'}, body: '', deliver};
}
