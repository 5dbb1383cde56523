import {openTabChannel, type OpenChannel} from './tab-channel.js';

/** What is asked of the page that a tab shows; `window` is one. */
export interface UsedPage extends EventTarget {
  readonly document: Pick<Document, 'visibilityState' | 'hasFocus'>;
}

export interface JoinOptions {
  readonly signal: AbortSignal;
  /** @default window */
  readonly page?: UsedPage | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
  /** How long the last used tab may take to claim, in ms, before it counts as gone. @default 300 */
  readonly patience?: number | undefined;
  /** It may throw, as in some sandboxes. @default the page's `BroadcastChannel` */
  readonly openChannel?: OpenChannel | undefined;
}

/** One of the visitor's tabs. */
export interface JoinedTab {
  /**
   * Tells whether this tab may act on `id`. The tab last used may, at once; the one used before it may when the last
   * used lets `patience` pass without a claim, and so on. False once this tab has left. It never rejects.
   */
  claim(id: string): Promise<boolean>;
}

/** When a tab was last used. */
interface Use {
  readonly tab: number;
  /** In ms since the epoch. */
  readonly at: number;
}

interface Message extends Use {
  readonly type: 'hello' | 'used' | 'claim' | 'bye';
  readonly id?: string | undefined;
}

const rememberedClaims = 100;

/** Two tabs that were opened at the same moment still need an order. */
const isLater = (one: Use, other: Use): boolean => one.at > other.at || (one.at === other.at && one.tab > other.tab);

/**
 * Joins the visitor's tabs, to know which of them was used last, until `signal` aborts. A tab that cannot talk to the
 * others counts as the only one.
 */
export function joinTabs(name: string, options: JoinOptions): JoinedTab {
  const {signal, page = window, now = Date.now, random = Math.random, patience = 300} = options;
  const isVisible = (): boolean => page.document.visibilityState === 'visible';
  const seenAt = isVisible() ? performance.timeOrigin : 0;
  let use: Use = {tab: random(), at: page.document.hasFocus() ? now() : seenAt};
  /** The use that the other tabs know of. */
  let told = use;
  const others = new Map<number, Use>();
  /** What other tabs have claimed when they were used later than this one. */
  const claims = new Set<string>();
  /** One function for each claim that waits: it looks whether there is still a reason to. */
  const waiting = new Set<() => void>();
  const lookAgain = (): void => waiting.forEach((look) => look());

  // Before the channel is opened, because the channel closes on the same signal.
  signal.addEventListener('abort', () => {
    tell('bye');
    lookAgain();
  });
  const post = openTabChannel(`${name}/tabs`, (message) => hear(message as Message), signal, options.openChannel);
  for (const type of ['focus', 'pointerdown', 'keydown', 'visibilitychange'])
    page.addEventListener(type, beUsed, {signal, capture: true, passive: true});
  tell('hello');

  function tell(type: Message['type'], id?: string): void {
    told = use;
    post?.({type, ...use, id} satisfies Message);
  }

  function beUsed(): void {
    if (!isVisible()) return;
    // A clock that was set back does not make this tab earlier than those before it.
    const {at} = findLater(use) ?? use;
    use = {...use, at: Math.max(now(), at + 1)};
    if (findLater(told)) tell('used');
    lookAgain();
  }

  function hear(message: Message): void {
    const {type, tab, at, id = ''} = message;
    if (type === 'bye') {
      others.delete(tab);
    } else {
      others.set(tab, {tab, at});
      const isEarlier = isLater(use, message);
      if (type === 'claim' && !isEarlier) remember(id);
      // It knows nothing of this tab, has given it up, or does not know that it was used again.
      if (type === 'hello' || (isEarlier && (type === 'claim' || isLater(message, told)))) tell('used');
    }
    lookAgain();
  }

  function remember(id: string): void {
    const [oldest = id] = claims.add(id);
    if (claims.size > rememberedClaims) claims.delete(oldest);
  }

  /** The latest use after `use` by another tab. */
  function findLater(use: Use): Use | undefined {
    let latest: Use | undefined;
    for (const other of others.values()) if (isLater(other, latest ?? use)) latest = other;
    return latest;
  }

  /** Waits until `id` is claimed, or `rival` is not the last used tab any more; one that stays silent is gone. */
  function waitFor(rival: number, id: string): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (findLater(use)?.tab === rival && !claims.has(id) && !signal.aborted) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve();
      };
      const forget = (): void => {
        others.delete(rival);
        lookAgain();
      };
      const timer = setTimeout(forget, patience);
      waiting.add(look);
    });
  }

  return {
    claim: async (id) => {
      while (!signal.aborted && !claims.has(id)) {
        const rival = findLater(use);
        if (!rival) {
          tell('claim', id);
          return true;
        }
        await waitFor(rival.tab, id);
      }
      return false;
    },
  };
}
