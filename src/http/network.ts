import {own} from '../check/own.js';
import {sleep as realSleep, type Sleep} from './sleep.js';

/** What is used of the page. Tests pass a substitute. */
export interface NetworkEdges {
  /** The window, which hears when the browser is online again. @default globalThis */
  readonly page?: NetworkPage | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1, which spreads the visitors who are online again. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Node has no document, and knows nothing of the network. */
export interface NetworkPage extends Pick<EventTarget, 'addEventListener'> {
  readonly navigator?: Partial<Pick<Navigator, 'onLine'>>;
  readonly document?: Pick<Document, 'visibilityState' | 'addEventListener'>;
}

/** Within this time, in ms, visitors whose network is back ask again, not all of them at the same moment. */
const longestSpread = 5_000;

/** Whether the browser says that it has no network. That it has one may be wrong. */
export const isOffline = (page: NetworkPage = globalThis): boolean => page.navigator?.onLine === false;

/**
 * Resolves when the browser is online: at once, or within 5 s of the return of the network.
 *
 * @throws the reason of `signal`
 *
 * @example
 * await whenOnline(signal);
 * await fetch(url, {signal});
 */
export async function whenOnline(signal: AbortSignal, edges: NetworkEdges = {}): Promise<void> {
  const {page = globalThis} = own(edges);
  while (isOffline(page)) {
    await firstOf([[page, 'online']], () => true, signal);
    await spread(signal, edges);
  }
}

/**
 * Resolves when it may be worth asking again after all attempts have failed: within 5 s of the return of the network or
 * of the visitor to the page.
 *
 * @throws the reason of `signal`
 */
export async function whenAwake(signal: AbortSignal, edges: NetworkEdges = {}): Promise<void> {
  const {page = globalThis} = own(edges);
  const isSeen = (): boolean => page.document?.visibilityState !== 'hidden';
  await firstOf(
    [[page, 'online'], ...(page.document ? [[page.document, 'visibilitychange'] as const] : [])],
    isSeen,
    signal,
  );
  await spread(signal, edges);
}

function spread(signal: AbortSignal, edges: NetworkEdges): Promise<void> {
  const {sleep = realSleep, random = Math.random} = own(edges);
  return sleep(random() * longestSpread, signal);
}

type Occasion = readonly [target: Pick<EventTarget, 'addEventListener'>, type: string];

/** Resolves at the first of these events at which `isIt` holds. */
function firstOf(occasions: readonly Occasion[], isIt: () => boolean, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const heard = new AbortController();
    const stop = (): void => {
      heard.abort();
      reject(signal.reason as Error);
    };
    const hear = (): void => {
      if (!isIt()) return;
      heard.abort();
      resolve();
    };
    signal.addEventListener('abort', stop, {signal: heard.signal});
    for (const [target, type] of occasions) target.addEventListener(type, hear, {signal: heard.signal});
  });
}
