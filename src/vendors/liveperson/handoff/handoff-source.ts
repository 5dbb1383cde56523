import {ConfigurationError} from '../../../check/configuration-error.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../../engagement/source.js';
import {request, type Fetch} from '../../../http/request.js';
import {parseUrl, safeUrl, splitHosts} from '../../../http/safe-url.js';
import {longestNap, sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import {readExternalEngagement} from './external-engagement/external-engagement-answer.js';
import {handoffSourceName, startHandoff, type Handoff} from './handoff-link.js';

export interface HandoffSettings {
  /** Address of the brand's endpoint, which calls LivePerson and passes its answer on. */
  readonly handoffUrl?: string | undefined;
  /** Hosts that a link may lead to, between spaces or commas; when there are none, only that of `handoffUrl`. */
  readonly allowedHosts?: string | undefined;
}

/** The edges to the world. */
export interface HandoffEdges {
  readonly fetch?: Fetch | undefined;
  readonly sleep?: Sleep | undefined;
  /** A clock that nobody can set, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
  /** A clock that goes on while the machine sleeps, in ms since the epoch. @default Date.now */
  readonly date?: (() => number) | undefined;
  readonly page?: Pick<Document, 'visibilityState' | 'addEventListener'> | undefined;
}

/** How many links one page asks for, one after the other. */
const mostLinks = 5;

/**
 * Hand-offs to a conversation by a one-time link, which the brand's own endpoint gets from LivePerson
 * (External Engagement API). A link that has run out is withdrawn and another one is asked for, while the page is visible.
 *
 * @throws ConfigurationError
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
  /** It outlasts a run: a page that comes back from the back/forward cache still has its link. */
  #handoff: Handoff | undefined;
  #run: AbortController | undefined;

  constructor({handoffUrl = '', allowedHosts = ''}: HandoffSettings, edges: HandoffEdges) {
    this.#endpoint = checkEndpoint(handoffUrl);
    const hosts = splitHosts(allowedHosts);
    this.#allowedHosts = hosts.length > 0 ? hosts : [this.#endpoint.host];
    this.#edges = edges;
    this.#page = edges.page ?? document;
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
    // Who has answered needs no further link, and the one there was may be used by now.
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

  /** Resolves when the offer is over and withdrawn. */
  async #offer({offer, left}: Handoff, report: Report, signal: AbortSignal): Promise<void> {
    if (left() > 0) report({type: 'expose', offer});
    while (left() > 0) await this.#nap(signal, Math.min(left(), longestNap));
    this.#handoff = undefined;
    report({type: 'withdraw', offerId: offer.id});
  }

  async #ask(signal: AbortSignal): Promise<Handoff | undefined> {
    while (this.#page.visibilityState !== 'visible') await this.#nap(signal);
    const {now = () => performance.now(), date = Date.now, fetch} = this.#edges;
    const name = `GET ${this.#endpoint.origin}${this.#endpoint.pathname}`;
    const toHandoff = startHandoff({request: name, allowedHosts: this.#allowedHosts, clocks: {now, date}});
    const answer = await request(this.#endpoint, {}, {signal, fetch});
    const {status, engagementDetails} = readExternalEngagement(answer);
    signal.throwIfAborted();
    return status === 'Available' ? toHandoff(engagementDetails ?? {}) : undefined;
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
    'Expected handoffUrl to be an absolute https address, got something else; write the address of the endpoint on your server that asks LivePerson for a link',
    'handoffUrl',
  );
}
