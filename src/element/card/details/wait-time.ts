import {own} from '../../../check/own.js';
import type {Offer} from '../../../engagement/offer.js';
import {inTime} from '../../../http/in-time.js';
import {sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import type {ElementHost} from '../../element-host.js';

type WaitTimeHost = Pick<ElementHost, 'waitTime' | 'requestUpdate'>;

/** The edges to the world. */
export interface WaitTimeEdges {
  readonly sleep?: Sleep | undefined;
  /** In ms. @default performance.now */
  readonly now?: () => number;
  readonly page?: Pick<Document, 'hidden'>;
}

/** How long an answer is good for, in ms. */
const lifetime = 60_000;

/** How long a card waits for the first answer, in ms. */
const patience = 1_000;

/** Asks the page how long a visitor waits, at most once a minute, and keeps what it says. Whatever the page does, it never throws. */
export class WaitTime {
  readonly #host: WaitTimeHost;
  readonly #edges: {readonly [Edge in keyof WaitTimeEdges]-?: NonNullable<WaitTimeEdges[Edge]>};
  #seconds: number | undefined;
  #askedAt = -Infinity;
  #isAsking = false;
  #watch: AbortController | undefined;

  constructor(host: WaitTimeHost, edges: WaitTimeEdges = {}) {
    const {sleep = realSleep, now = () => performance.now(), page = document} = own(edges);
    this.#host = host;
    this.#edges = {sleep, now, page};
  }

  /** What is known of the wait, in s: what the page has said last, or what the offer says where the page says nothing. */
  secondsOf({waitSeconds}: Pick<Offer, 'waitSeconds'>): number | undefined {
    return typeof this.#host.waitTime === 'function' ? this.#seconds : waitSeconds;
  }

  /** Asks once; resolves when there is an answer, or when it has taken too long. */
  async ready(): Promise<void> {
    const end = new AbortController();
    await Promise.race([this.ask(), this.#edges.sleep(patience, end.signal)]);
    end.abort();
  }

  /** Asks, unless that was done within a minute or an answer is due. */
  async ask(): Promise<void> {
    const {waitTime} = this.#host;
    const now = this.#edges.now();
    if (typeof waitTime !== 'function' || this.#isAsking || now - this.#askedAt < lifetime) return;
    [this.#isAsking, this.#askedAt] = [true, now];
    try {
      this.#seconds = await inTime(waitTime(), 'waitTime');
    } catch {
      this.#seconds = undefined;
    }
    this.#isAsking = false;
    this.#host.requestUpdate();
  }

  /** Has the card rendered again, which asks, once a minute while the page is visible. */
  start(): void {
    this.stop();
    this.#watch = new AbortController();
    this.#keepFresh(this.#watch.signal).catch(() => undefined);
  }

  stop(): void {
    this.#watch?.abort();
  }

  async #keepFresh(signal: AbortSignal): Promise<void> {
    for (;;) {
      await this.#edges.sleep(lifetime, signal);
      if (!this.#edges.page.hidden) this.#host.requestUpdate();
    }
  }
}
