import {own} from '../check/own.js';
import {sleep as realSleep, type Sleep} from '../http/sleep.js';
import {openTabChannel, type OpenChannel} from './tab-channel.js';

/** The part of a page's window that is used. */
export interface UsedPage extends EventTarget {
  readonly document: Pick<Document, 'visibilityState' | 'hasFocus'>;
}

export interface JoinOptions {
  readonly signal: AbortSignal;
  /** The page's window. @default window */
  readonly page?: UsedPage | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
  /** How long the last used tab may take to claim, in ms, before it counts as gone. @default 300 */
  readonly patience?: number | undefined;
  readonly sleep?: Sleep | undefined;
  /** It may throw, as in some sandboxes. @default the page's `BroadcastChannel` */
  readonly openChannel?: OpenChannel | undefined;
}

/** One of the visitor's tabs. */
export interface JoinedTab {
  /**
   * Resolves with whether this tab may act on `id`. The tab used last may act at once. The tab used before it may act
   * if the last one does not claim `id` within `patience`, and so on. False once this tab has left. It never rejects.
   */
  claim(id: string): Promise<boolean>;
}

/** When a tab was last used. */
interface Use {
  readonly tab: number;
  /** In ms since the epoch. */
  readonly at: number;
}

/** What a tab tells the others, beside its use. */
type News = {readonly type: 'hello' | 'used' | 'bye'} | {readonly type: 'claim'; readonly id: string};

type Message = News & Use;

const rememberedClaims = 100;

/** Two tabs opened at the same moment still need an order. */
const isLater = (one: Use, other: Use): boolean => one.at > other.at || (one.at === other.at && one.tab > other.tab);

/**
 * Joins the visitor's tabs, to find out which of them was used last, until `signal` aborts. A tab that cannot reach the
 * others counts as the only one.
 *
 * @param name name of the channel of these tabs
 *
 * @example
 * const tab = joinTabs('invitations', {signal});
 * if (await tab.claim(invitation.id)) show(invitation);
 */
export function joinTabs(name: string, options: JoinOptions): JoinedTab {
  const tab = new UsedTab(name, options);
  return {claim: (id) => tab.claim(id)};
}

class UsedTab {
  readonly #signal: AbortSignal;
  readonly #page: UsedPage;
  readonly #now: () => number;
  readonly #patience: number;
  readonly #sleep: Sleep;
  readonly #post: ((message: unknown) => void) | undefined;
  #use: Use;
  /** The last use that was reported to the other tabs. */
  #told: Use;
  readonly #others = new Map<number, Use>();
  /** Ids claimed by tabs that were used later than this one. */
  readonly #claims = new Set<string>();
  /** One function for each waiting claim, which checks whether it still has to wait. */
  readonly #waiting = new Set<() => void>();

  constructor(name: string, options: JoinOptions) {
    const {signal, page = window, now = Date.now, random = Math.random, openChannel} = own(options);
    const {patience = 300, sleep = realSleep} = own(options);
    this.#signal = signal;
    this.#page = page;
    this.#now = now;
    this.#patience = patience;
    this.#sleep = sleep;
    this.#use = this.#told = {tab: random(), at: this.#openedAt};
    // Before the channel is opened, because the channel closes on the same signal.
    signal.addEventListener('abort', () => this.#leave());
    this.#post = openTabChannel(`${name}/tabs`, (message) => this.#hear(message as Message), signal, openChannel);
    for (const type of ['focus', 'pointerdown', 'keydown', 'visibilitychange'])
      page.addEventListener(type, () => this.#beUsed(), {signal, capture: true});
    this.#tell({type: 'hello'});
  }

  async claim(id: string): Promise<boolean> {
    while (!this.#signal.aborted && !this.#claims.has(id)) {
      const rival = this.#findLater(this.#use);
      if (!rival) {
        this.#tell({type: 'claim', id});
        return true;
      }
      await this.#waitFor(rival.tab, id);
    }
    return false;
  }

  /** The initial time of use of this tab. */
  get #openedAt(): number {
    if (this.#page.document.hasFocus()) return this.#now();
    return this.#isVisible ? performance.timeOrigin : 0;
  }

  get #isVisible(): boolean {
    return this.#page.document.visibilityState === 'visible';
  }

  #leave(): void {
    this.#tell({type: 'bye'});
    this.#lookAgain();
  }

  #tell(news: News): void {
    this.#told = this.#use;
    this.#post?.({...news, ...this.#use} satisfies Message);
  }

  #beUsed(): void {
    if (!this.#isVisible) return;
    // A clock that was set back must not make this tab earlier than the others.
    const {at} = this.#findLater(this.#use) ?? this.#use;
    this.#use = {...this.#use, at: Math.max(this.#now(), at + 1)};
    if (this.#findLater(this.#told)) this.#tell({type: 'used'});
    this.#lookAgain();
  }

  #hear(message: Message): void {
    const {type, tab, at} = message;
    if (type === 'bye') {
      this.#others.delete(tab);
    } else {
      this.#others.set(tab, {tab, at});
      const isEarlier = isLater(this.#use, message);
      if (type === 'claim' && !isEarlier) this.#remember(message.id);
      // The other tab does not know this one, has given it up, or does not know that it was used again.
      if (type === 'hello' || (isEarlier && (type === 'claim' || isLater(message, this.#told))))
        this.#tell({type: 'used'});
    }
    this.#lookAgain();
  }

  #remember(id: string): void {
    const [oldest = id] = this.#claims.add(id);
    if (this.#claims.size > rememberedClaims) this.#claims.delete(oldest);
  }

  #lookAgain(): void {
    this.#waiting.forEach((look) => look());
  }

  /** The latest use after `use` by another tab. */
  #findLater(use: Use): Use | undefined {
    let latest: Use | undefined;
    for (const other of this.#others.values()) if (isLater(other, latest ?? use)) latest = other;
    return latest;
  }

  /** Waits until `id` is claimed, or `rival` is no longer the tab used last. A silent rival counts as closed. */
  #waitFor(rival: number, id: string): Promise<void> {
    const end = new AbortController();
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.#findLater(this.#use)?.tab === rival && !this.#claims.has(id) && !this.#signal.aborted) return;
        end.abort();
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      this.#sleep(this.#patience, end.signal).then(
        () => this.#forget(rival),
        () => undefined,
      );
    });
  }

  #forget(tab: number): void {
    this.#others.delete(tab);
    this.#lookAgain();
  }
}
