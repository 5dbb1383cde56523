import type {Sleep} from '../../http/sleep.js';
import type {Peer} from '../http/handler.js';
import type {StreamEnd} from '../http/report.js';
import type {Entry} from '../notifications/notifications.js';
import {EventStream} from './event-stream.js';
import type {NotificationStreamOptions} from './stream-options.js';
import {OpenStreams, type OpenStream} from './open-streams.js';
import type {StreamRequest} from './stream-request.js';

interface Edges {
  readonly now: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
}

/** Shortest pause before a page comes back, in ms. */
const shortPause = 1_000;

/** Keeps the streams open, and sends to each what is published for its visit. */
export class StreamHub {
  readonly #options: NotificationStreamOptions;
  readonly #edges: Edges;
  readonly #streams: OpenStreams;
  #isClosed = false;

  constructor(options: NotificationStreamOptions, edges: Edges) {
    this.#options = options;
    this.#edges = edges;
    const {now, sleep} = edges;
    const heartbeat = (options.heartbeat ?? 15) * 1000;
    this.#streams = new OpenStreams({now, sleep, heartbeat, dismiss: (stream, cause) => this.#dismiss(stream, cause)});
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  get size(): number {
    return this.#streams.size;
  }

  countOf(address: string): number {
    return this.#streams.countOf(address);
  }

  /** @throws NotificationsUnavailableError */
  async open({visit, page, after}: StreamRequest, {address}: Peer): Promise<Response> {
    this.#makeRoom(visit);
    let leave = (): void => undefined;
    const events = new EventStream({
      mostWaiting: this.#options.limits?.waitingBytes ?? 65_536,
      onEnd: (cause) => {
        leave();
        this.#forget(stream, cause);
      },
    });
    const stream = this.#register(events, visit, address);
    const receive = (entry: Entry): void => this.#send(events, entry);
    const settle = (position: string): void =>
      this.#setPause(events, shortPause * (1 + this.#edges.random()), position);
    try {
      leave = await this.#options.notifications.listen(visit, {page, after, receive, settle});
    } catch (error) {
      events.end('unavailable');
      throw error;
    }
    if (!this.#streams.has(stream)) leave();
    return new Response(events.body, {headers: streamHeaders});
  }

  /** Takes no more streams, and ends the open ones. */
  close(): void {
    this.#isClosed = true;
    this.#streams.dismissAll('drained');
  }

  #makeRoom(visit: string): void {
    const {perVisit = 8} = this.#options.limits ?? {};
    const others = this.#streams.of(visit);
    for (const stream of others.slice(0, Math.max(0, others.length - perVisit + 1))) this.#dismiss(stream, 'replaced');
  }

  #register(events: EventStream, visit: string, address: string | undefined): OpenStream {
    const {now, random} = this.#edges;
    const {heartbeat = 15, longestStream = 1_800, report} = this.#options;
    const openedAt = now();
    const endsAt = openedAt + longestStream * 1000 * (1 + random() / 10);
    const stream = {events, visit, address, openedAt, endsAt, nextBeat: openedAt + heartbeat * 1000 * random()};
    this.#streams.add(stream);
    report?.({type: 'stream-opened'});
    return stream;
  }

  #forget(stream: OpenStream, cause: StreamEnd): void {
    this.#streams.delete(stream);
    this.#options.report?.({type: 'stream-closed', cause});
  }

  #send(events: EventStream, {id, at, data}: Entry): void {
    events.send(`id: ${id}`, `data: ${data}`);
    this.#options.report?.({type: 'message-sent', delay: Math.max(0, this.#edges.now() - at)});
  }

  #dismiss({events}: OpenStream, cause: StreamEnd): void {
    const {drainSpread = 10} = this.#options;
    this.#setPause(events, this.#edges.random() * (cause === 'drained' ? drainSpread * 1000 : shortPause));
    events.end(cause);
  }

  /**
   * Says after how many ms the page may come back, and for what. An `EventSource` keeps the fields to itself, so the
   * widget gets them by an event.
   */
  #setPause(events: EventStream, pause: number, position?: string): void {
    const retry = Math.round(pause);
    const id = position === undefined ? [] : [`id: ${position}`];
    events.send(`retry: ${retry}`, ...id, 'event: retry', `data: ${retry}`);
  }
}

const streamHeaders = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  // Nginx would collect the events before it passes them on.
  'X-Accel-Buffering': 'no',
};
