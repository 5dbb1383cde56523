/** As much of an `EventSource` as a page uses. */
export class FakeEventSource {
  readonly url: URL;
  isClosed = false;
  onopen: (() => void) | undefined;
  onmessage: ((event: {data: unknown; origin: string}) => void) | undefined;
  onerror: (() => void) | undefined;

  constructor(url: string) {
    this.url = new URL(url);
  }

  /** A message of the server, which is that of the address unless it has redirected. */
  send(data: unknown, origin = this.url.origin): void {
    this.onmessage?.({data, origin});
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
