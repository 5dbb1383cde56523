/** As much of an `EventSource` as a page uses. */
export class FakeEventSource {
  readonly url: URL;
  isClosed = false;
  onopen: (() => void) | undefined;
  onmessage: ((event: {data: unknown; origin: string; lastEventId?: string}) => void) | undefined;
  onretry: ((event: {data: unknown; origin: string; lastEventId?: string}) => void) | undefined;
  onerror: (() => void) | undefined;

  constructor(url: string) {
    this.url = new URL(url);
  }

  /** A message of the server, which is that of the address unless it has redirected. */
  send(data: unknown, origin = this.url.origin, lastEventId = ''): void {
    this.onmessage?.({data, origin, lastEventId});
  }

  /** An event named `retry`. */
  sendRetry(data: string, lastEventId = ''): void {
    this.onretry?.({data, origin: this.url.origin, lastEventId});
  }

  addEventListener(_: 'retry', listener: NonNullable<FakeEventSource['onretry']>): void {
    this.onretry = listener;
  }

  close(): void {
    this.isClosed = true;
  }
}

/** The class to hand to whoever opens streams, and the streams that it opened. */
export function createEventSources(): {
  readonly eventSource: new (url: string) => EventSource;
  readonly streams: readonly FakeEventSource[];
} {
  const streams: FakeEventSource[] = [];
  class Recorded extends FakeEventSource {
    constructor(url: string) {
      super(url);
      streams.push(this);
    }
  }
  return {eventSource: Recorded as unknown as new (url: string) => EventSource, streams};
}
