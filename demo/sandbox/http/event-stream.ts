import type {Answer, Delivery} from './answer.js';

/** A stream of server-sent events to a browser. */
export interface EventStream {
  /** Sends a value as JSON. */
  readonly send: (value: unknown) => void;
  readonly end: () => void;
}

/** Pause between two comments that keep the connection open, in ms. */
const heartbeat = 15_000;

/**
 * An answer that stays open until either side ends it.
 *
 * @param start begins to send, and returns what to do at the end of the stream
 */
export function eventStream(start: (stream: EventStream) => () => void): Answer {
  const deliver: Delivery = (writer, {status, headers}) => {
    if (writer.isClosed) return;
    writer.writeHead(status, headers);
    writer.write(': open\n\n');
    const timer = setInterval(() => writer.write(': still here\n\n'), heartbeat);
    const stop = start({
      send: (value) => writer.write(`data: ${JSON.stringify(value)}\n\n`),
      end: () => writer.end(),
    });
    writer.onClose(() => {
      clearInterval(timer);
      stop();
    });
  };
  return {status: 200, headers: {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'}, body: '', deliver};
}
