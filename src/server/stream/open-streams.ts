import type {Sleep} from '../../http/sleep.js';
import type {StreamEnd} from '../http/report.js';
import type {EventStream} from './event-stream.js';

/** A stream and whom it serves. */
export interface OpenStream {
  readonly events: EventStream;
  readonly visit: string;
  readonly address: string | undefined;
  /** When it was opened and when the next heartbeat is due, in ms since the epoch. */
  readonly openedAt: number;
  nextBeat: number;
  /** When it has been open long enough, in ms since the epoch. */
  readonly endsAt: number;
}

export interface OpenStreamsOptions {
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Between two heartbeats, in ms. */
  readonly heartbeat: number;
  /** Ends a stream, and tells its reader when to come back. */
  readonly dismiss: (stream: OpenStream, cause: StreamEnd) => void;
}

/** How often the streams are looked through, in ms. */
const tick = 1_000;

/** All open streams of this process. */
export class OpenStreams {
  readonly #options: OpenStreamsOptions;
  readonly #streams = new Set<OpenStream>();
  readonly #visits = new Map<string, Set<OpenStream>>();
  readonly #addresses = new Map<string, number>();
  #isTicking = false;

  constructor(options: OpenStreamsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** How many streams an address has. */
  countOf(address: string): number {
    return this.#addresses.get(address) ?? 0;
  }

  /** The streams of a visit, the oldest first. */
  of(visit: string): readonly OpenStream[] {
    return [...(this.#visits.get(visit) ?? [])];
  }

  has(stream: OpenStream): boolean {
    return this.#streams.has(stream);
  }

  add(stream: OpenStream): void {
    const {visit, address} = stream;
    this.#streams.add(stream);
    this.#visits.set(visit, (this.#visits.get(visit) ?? new Set()).add(stream));
    if (address !== undefined) this.#addresses.set(address, this.countOf(address) + 1);
    if (!this.#isTicking) void this.#tick();
  }

  delete(stream: OpenStream): void {
    const {visit, address} = stream;
    if (!this.#streams.delete(stream)) return;
    const others = this.#visits.get(visit);
    others?.delete(stream);
    if (others?.size === 0) this.#visits.delete(visit);
    if (address === undefined) return;
    const left = this.countOf(address) - 1;
    if (left > 0) this.#addresses.set(address, left);
    else this.#addresses.delete(address);
  }

  /** Ends all streams. */
  dismissAll(cause: StreamEnd): void {
    for (const stream of [...this.#streams]) this.#options.dismiss(stream, cause);
  }

  async #tick(): Promise<void> {
    this.#isTicking = true;
    while (this.#streams.size > 0) {
      await this.#options.sleep(tick);
      for (const stream of [...this.#streams]) this.#lookAfter(stream);
    }
    this.#isTicking = false;
  }

  #lookAfter(stream: OpenStream): void {
    const {now, heartbeat, dismiss} = this.#options;
    const time = now();
    if (time >= stream.endsAt) return dismiss(stream, 'old');
    // A clock that was set back must not stop the heartbeats.
    if (time < stream.nextBeat && stream.nextBeat - time <= heartbeat) return;
    stream.nextBeat = time + heartbeat;
    stream.events.beat();
  }
}
