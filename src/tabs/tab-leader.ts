import {openTabChannel, type OpenChannel} from './tab-channel.js';

/** What is asked of the page that a tab shows; `window` is one. */
export interface LeaderPage extends EventTarget {
  readonly document: Pick<Document, 'visibilityState'>;
}

export interface LeadOptions {
  readonly signal: AbortSignal;
  /** Null on pages that are not secure contexts. @default the page's */
  readonly locks?: LockManager | null | undefined;
  /** @default window */
  readonly page?: LeaderPage | undefined;
  /** How often a visible tab asks whether the leader is alive, in ms. @default 15_000 */
  readonly pingInterval?: number | undefined;
  /** How long the leader may take to answer, in ms, before it counts as frozen. @default 1_000 */
  readonly patience?: number | undefined;
  /** It may throw, as in some sandboxes. @default the page's `BroadcastChannel` */
  readonly openChannel?: OpenChannel | undefined;
}

/**
 * Runs `lead` in one of the visitor's tabs at a time, until `signal` aborts. When that tab goes, or is frozen while
 * another one is visible, the next takes over.
 *
 * The signal of `lead` aborts when the lead is lost, and `lead` runs again when it comes back; it must not throw. Where
 * locks or channels are missing or denied each tab leads for itself: twice is better than not at all.
 */
export function leadTabs(name: string, lead: (signal: AbortSignal) => void, options: LeadOptions): void {
  const {signal, locks = navigator.locks, page = window, pingInterval = 15_000, patience = 1_000} = options;
  const post = openTabChannel(name, hear, signal, options.openChannel);
  let isLeading = false;
  let isRobbing = false;
  /** Aborts to give up the place in the line. */
  let place = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hear(message: unknown): void {
    if (message === 'here') watch(pingInterval);
    else if (message === 'ping' && isLeading) post?.('here');
  }

  /** Has a visible follower ask for the leader after `delay` ms. A hidden one may be frozen itself, and judges nobody. */
  function watch(delay: number): void {
    clearTimeout(timer);
    if (isLeading || signal.aborted || page.document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      post?.('ping');
      timer = setTimeout(rob, patience);
    }, delay);
  }

  function rob(): void {
    isRobbing = true;
    place.abort();
  }

  function take(term: AbortSignal): void {
    isLeading = true;
    isRobbing = false;
    clearTimeout(timer);
    post?.('here');
    lead(term);
  }

  /** Waits for the lock and leads while this tab holds it; tells whether locks are denied. */
  async function serve(locks: LockManager, claim: LockOptions): Promise<boolean> {
    const loss = new AbortController();
    const term = AbortSignal.any([signal, loss.signal]);
    const hold = async (): Promise<void> => {
      // WebKit still calls a tab that was robbed before its turn began.
      if (term.aborted) return;
      // Before the lead, which may end it at once.
      const end = new Promise((resolve) => term.addEventListener('abort', resolve));
      take(term);
      await end;
    };
    const isDenial = (error: unknown): boolean => (error as Error | undefined)?.name !== 'AbortError';
    const isDenied = await locks.request(name, claim, hold).then(() => false, isDenial);
    isLeading = false;
    loss.abort();
    return isDenied;
  }

  /** Stays in the line, whatever becomes of the lead, until locks are denied or the signal aborts. */
  async function queue(locks: LockManager): Promise<void> {
    const watchAtOnce = (): void => watch(0);
    page.addEventListener('visibilitychange', watchAtOnce, {signal});
    signal.addEventListener('abort', watchAtOnce);
    watchAtOnce();
    let isDenied = false;
    while (!isDenied && !signal.aborted) {
      place = new AbortController();
      const inLine = {signal: AbortSignal.any([signal, place.signal])};
      const claim = isRobbing ? {steal: true} : inLine;
      isRobbing = false;
      isDenied = await serve(locks, claim);
      watch(pingInterval);
    }
  }

  const leadAlone = (): void => {
    if (!signal.aborted) take(signal);
  };
  if (locks && post) void queue(locks).then(leadAlone);
  else leadAlone();
}
