import {own} from '../../../check/own.js';
import {kindOf} from '../../../check/check.js';
import {ConfigurationError} from '../../../check/configuration-error.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../../engagement/source.js';
import {whenOnline, type NetworkEdges} from '../../../http/network.js';
import {request, type Fetch} from '../../../http/request.js';
import {parseUrl, safeUrl, splitHosts} from '../../../http/safe-url.js';
import {longestNap, sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import {readExternalEngagement} from './external-engagement/external-engagement-answer.js';
import {handoffSourceName, startHandoff, type Handoff} from './handoff-link.js';

/** Settings of `createHandoffSource`. They are also settings of the element. */
export interface HandoffSettings {
  /** Address of the brand's endpoint, which calls LivePerson and passes the answer on. https, or http on loopback. Required. */
  readonly handoffUrl?: string | undefined;
  /** Hosts that a link may lead to, separated by spaces or commas. @default the host of `handoffUrl` */
  readonly allowedHosts?: string | undefined;
}

/** What a hand-off source uses of its environment. Tests pass substitutes. */
export interface HandoffEdges {
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** A clock that cannot be set, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
  /** A clock that runs on while the machine sleeps, in ms since the epoch. @default Date.now */
  readonly date?: (() => number) | undefined;
  /** The page. Links are requested only while it is visible. @default document */
  readonly page?: Pick<Document, 'visibilityState' | 'addEventListener'> | undefined;
  /** How the page knows that it is offline. Nothing is requested then. @default by its window */
  readonly network?: NetworkEdges | undefined;
}

/** How many links a page requests, one after the other. */
const mostLinks = 5;

/**
 * Creates a source that offers a conversation by a one-time link, which the brand's own endpoint gets from LivePerson
 * (External Engagement API). An expired link is withdrawn and another one is requested while the page is visible, at
 * most five in all.
 *
 * @throws ConfigurationError when `handoffUrl` is not an absolute https address
 *
 * @example
 * const source = createHandoffSource({handoffUrl: 'https://brand.example/handoff', allowedHosts: 'lpchat.example'});
 * const session = createEngagementSession({sources: [source], visits: createVisitStore({key: 'brand'})});
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export function createHandoffSource(settings: HandoffSettings, edges: HandoffEdges = {}): EngagementSource {
  return new HandoffSource(settings, edges);
}

type Report = (fact: SourceFact) => void;

class HandoffSource implements EngagementSource {
  readonly name = handoffSourceName;
  readonly #endpoint: URL;
  readonly #allowedHosts: readonly string[];
  readonly #edges: HandoffEdges;
  readonly #page: NonNullable<HandoffEdges['page']>;
  /** Outlives a run, so that a page restored from the back/forward cache still has its link. */
  #handoff: Handoff | undefined;
  #run: AbortController | undefined;

  constructor(settings: HandoffSettings, edges: HandoffEdges) {
    const {handoffUrl = '', allowedHosts = ''} = own(settings);
    this.#endpoint = checkEndpoint(handoffUrl);
    const hosts = splitHosts(checkHosts(allowedHosts));
    this.#allowedHosts = hosts.length > 0 ? hosts : [this.#endpoint.host];
    this.#edges = own(edges);
    this.#page = this.#edges.page ?? document;
  }

  start(report: Report, signal: AbortSignal): void {
    this.#run = new AbortController();
    const life = AbortSignal.any([signal, this.#run.signal]);
    this.#keepOffering(report, life).catch((error: unknown) => {
      if (!life.aborted) report({type: 'fail', error: error as Error});
    });
  }

  acknowledge(act: OfferAct): void {
    if (act !== 'accepted' && act !== 'dismissed') return;
    // A visitor who has answered needs no further link, and the current one may have been used.
    this.#run?.abort();
    this.#handoff = undefined;
  }

  async #keepOffering(report: Report, signal: AbortSignal): Promise<void> {
    for (let asked = 0; ; asked++) {
      if (this.#handoff) await this.#offer(this.#handoff, report, signal);
      if (asked === mostLinks) break;
      this.#handoff = await this.#ask(signal);
      if (!this.#handoff) break;
    }
    report({type: 'unavailable', source: this.name});
  }

  /** Resolves when the offer has expired and is withdrawn. */
  async #offer({offer, left}: Handoff, report: Report, signal: AbortSignal): Promise<void> {
    if (left() > 0) report({type: 'expose', offer});
    while (left() > 0) await this.#nap(signal, Math.min(left(), longestNap));
    this.#handoff = undefined;
    report({type: 'withdraw', offerId: offer.id});
  }

  async #ask(signal: AbortSignal): Promise<Handoff | undefined> {
    const {network, sleep} = this.#edges;
    await whenOnline(signal, own({sleep, ...network}));
    while (this.#page.visibilityState !== 'visible') await this.#nap(signal);
    const {now = () => performance.now(), date = Date.now, fetch} = this.#edges;
    const name = `GET ${this.#endpoint.origin}${this.#endpoint.pathname}`;
    const toHandoff = startHandoff({request: name, allowedHosts: this.#allowedHosts, clocks: {now, date}});
    const answer = await request(this.#endpoint, {}, {signal, fetch});
    const {status, engagementDetails} = own(readExternalEngagement(answer));
    signal.throwIfAborted();
    return status === 'Available' ? toHandoff(own(engagementDetails ?? {})) : undefined;
  }

  /** Resolves when the page is shown or hidden, and after `delay` ms at the latest. */
  async #nap(signal: AbortSignal, delay?: number): Promise<void> {
    const {sleep = realSleep} = this.#edges;
    const awake = new AbortController();
    const nap = AbortSignal.any([signal, awake.signal]);
    const change = new Promise((resolve) => {
      this.#page.addEventListener('visibilitychange', resolve, {signal: nap});
      nap.addEventListener('abort', resolve);
    });
    await Promise.race(delay === undefined ? [change] : [change, sleep(delay, nap)]).finally(() => awake.abort());
    signal.throwIfAborted();
  }
}

/** @throws ConfigurationError */
function checkEndpoint(handoffUrl: string): URL {
  const url = safeUrl(handoffUrl, [parseUrl(handoffUrl)?.host ?? '']);
  if (url) return url;
  throw new ConfigurationError(
    'Expected handoffUrl to be an absolute https address, got something else; write the address of the endpoint on your server that requests the link from LivePerson',
    'handoffUrl',
  );
}

function checkHosts(hosts: unknown): string {
  if (typeof hosts === 'string') return hosts;
  throw new ConfigurationError(
    `Expected allowedHosts to be text, got ${kindOf(hosts)}; write hosts with spaces between them`,
    'allowedHosts',
  );
}
