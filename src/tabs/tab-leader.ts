import {own} from '../check/own.js';
import {sleep as realSleep, type Sleep} from '../http/sleep.js';
import {openTabChannel, type OpenChannel} from './tab-channel.js';

/** The part of a page's window that is used. */
export interface LeaderPage extends EventTarget {
  readonly document: Pick<Document, 'visibilityState'>;
}

export interface LeadOptions {
  readonly signal: AbortSignal;
  /** Null on pages that are not secure contexts. @default the page's */
  readonly locks?: LockManager | null | undefined;
  /** The page's window. @default window */
  readonly page?: LeaderPage | undefined;
  /** How often a visible tab asks whether the leader is alive, in ms. @default 15_000 */
  readonly pingInterval?: number | undefined;
  /** How long the leader may take to answer, in ms, before it counts as frozen. @default 1_000 */
  readonly patience?: number | undefined;
  readonly sleep?: Sleep | undefined;
  /** It may throw, as in some sandboxes. @default the page's `BroadcastChannel` */
  readonly openChannel?: OpenChannel | undefined;
}

/** Leads until its signal aborts. It must not throw. */
type Lead = (term: AbortSignal) => void;

/**
 * Runs `lead` in one of the visitor's tabs at a time, until `signal` aborts. When that tab closes, or is frozen while
 * another one is visible, the next one takes over.
 *
 * The signal of `lead` aborts when the tab loses the lead, and `lead` runs again when the tab regains it. Where locks
 * or channels are missing or denied, every tab leads, because doing the work twice is better than not at all.
 *
 * @param name name of the lock and the channel of these tabs
 *
 * @example
 * leadTabs('notifications', (term) => listen(term), {signal});
 */
export function leadTabs(name: string, lead: Lead, options: LeadOptions): void {
  const {locks = navigator.locks} = own(options);
  new Candidate(name, lead, options).join(locks);
}

/** One tab in the queue for the lead. */
class Candidate {
  readonly #name: string;
  readonly #lead: Lead;
  readonly #signal: AbortSignal;
  readonly #page: LeaderPage;
  readonly #pingInterval: number;
  readonly #patience: number;
  readonly #sleep: Sleep;
  readonly #post: ((message: unknown) => void) | undefined;
  #isLeading = false;
  /** Whether the next claim takes the lead from a tab that does not answer. */
  #isRobbing = false;
  /** Aborts to leave the queue. */
  #place = new AbortController();
  /** Aborts the wait for the leader's answer. */
  #nap = new AbortController();

  constructor(name: string, lead: Lead, options: LeadOptions) {
    const {
      signal,
      page = window,
      pingInterval = 15_000,
      patience = 1_000,
      sleep = realSleep,
      openChannel,
    } = own(options);
    this.#name = name;
    this.#lead = lead;
    this.#signal = signal;
    this.#page = page;
    this.#pingInterval = pingInterval;
    this.#patience = patience;
    this.#sleep = sleep;
    this.#post = openTabChannel(name, (message) => this.#hear(message), signal, openChannel);
  }

  join(locks: LockManager | null): void {
    if (locks && this.#post) void this.#queue(locks).then(() => this.#leadAlone());
    else this.#leadAlone();
  }

  /** Stays in the queue, even after losing the lead, until locks are denied or the signal aborts. */
  async #queue(locks: LockManager): Promise<void> {
    const watchAtOnce = (): void => this.#watch(0);
    this.#page.addEventListener('visibilitychange', watchAtOnce, {signal: this.#signal});
    this.#signal.addEventListener('abort', watchAtOnce);
    watchAtOnce();
    let isDenied = false;
    while (!isDenied && !this.#signal.aborted) {
      isDenied = await this.#serve(locks, this.#claim());
      this.#watch(this.#pingInterval);
    }
  }

  #claim(): LockOptions {
    this.#place = new AbortController();
    const isRobbing = this.#isRobbing;
    this.#isRobbing = false;
    return isRobbing ? {steal: true} : {signal: AbortSignal.any([this.#signal, this.#place.signal])};
  }

  /** Waits for the lock and leads while this tab holds it. Returns whether locks are denied. */
  async #serve(locks: LockManager, claim: LockOptions): Promise<boolean> {
    const loss = new AbortController();
    const term = AbortSignal.any([this.#signal, loss.signal]);
    const isDenied = await locks.request(this.#name, claim, () => this.#hold(term)).then(() => false, isDenial);
    this.#isLeading = false;
    loss.abort();
    return isDenied;
  }

  async #hold(term: AbortSignal): Promise<void> {
    // WebKit still calls a tab whose lock was stolen before its turn began.
    if (term.aborted) return;
    // Listens before the lead begins, because it may end at once.
    const end = new Promise((resolve) => term.addEventListener('abort', resolve));
    this.#take(term);
    await end;
  }

  #take(term: AbortSignal): void {
    this.#isLeading = true;
    this.#isRobbing = false;
    this.#nap.abort();
    this.#post?.('here');
    this.#lead(term);
  }

  #leadAlone(): void {
    if (!this.#signal.aborted) this.#take(this.#signal);
  }

  #hear(message: unknown): void {
    if (message === 'here') this.#watch(this.#pingInterval);
    else if (message === 'ping' && this.#isLeading) this.#post?.('here');
  }

  /**
   * Lets a visible follower check the leader after `delay` ms. A hidden tab may be frozen itself and does not check.
   */
  #watch(delay: number): void {
    this.#nap.abort();
    if (this.#isLeading || this.#signal.aborted || this.#page.document.visibilityState !== 'visible') return;
    this.#nap = new AbortController();
    this.#ask(delay, this.#nap.signal).catch(() => undefined);
  }

  /** Takes the lead from a tab that does not answer. */
  async #ask(delay: number, signal: AbortSignal): Promise<void> {
    await this.#sleep(delay, signal);
    this.#post?.('ping');
    await this.#sleep(this.#patience, signal);
    this.#isRobbing = true;
    this.#place.abort();
  }
}

/** Whether a lock was denied, as opposed to lost or given up. */
function isDenial(error: unknown): boolean {
  return (error as Error | undefined)?.name !== 'AbortError';
}
