import {own} from '../../../check/own.js';
import type {Offer} from '../../../engagement/offer.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../../engagement/source.js';
import type {Exchange, Fetch} from '../../../http/exchange.js';
import {whenAwake, type NetworkEdges} from '../../../http/network.js';
import {replay} from '../../../http/replay.js';
import {retry, type Pause, type RetryPolicy} from '../../../http/retry.js';
import type {Sleep} from '../../../http/sleep.js';
import {withTabLock} from '../../../tabs/tab-lock.js';
import type {VisitStore} from '../../../visit/visit-store.js';
import {checkAccountId, checkHost} from '../account-settings.js';
import {lookUpHost} from '../host-look-up.js';
import type {FirstQuestion} from './first/first-question.js';
import {shakeHands} from './handshake.js';
import {toImpression} from './impressions.js';
import {
  checkAppInstallationId,
  MonitoringClient,
  toAnswer,
  type ReportParameters,
  type SessionIds,
} from './monitoring-client.js';
import {createVisitLadder, knownHost, shareSince, withHost, withReport} from './monitoring-memory.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import {isPlain, readParameters, type MonitoringSettings} from './monitoring-settings.js';
import {sourceName, toFact} from './offers.js';
import {createRetryPolicy, hasGivenUp} from './retry-policy.js';

/** What a monitoring source uses of its environment. Tests pass substitutes. */
export interface MonitoringEdges {
  /** Stores vid, sid and the retry ladder. Required. */
  readonly visits: VisitStore;
  /** Name of the lock that lets one tab at a time send the handshake, the same in all tabs of the visitor. Required. */
  readonly lockName: string;
  /** Web Locks. @default navigator.locks */
  readonly locks?: LockManager | undefined;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Random number from 0 to 1, which lengthens retry pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** How the page knows of its network. @default by its window */
  readonly network?: NetworkEdges | undefined;
  /** How long a page waits for an answer before that counts as a failure, in ms. @default 3_000 */
  readonly patience?: number | undefined;
  /** When the page began to load, in ms since the epoch. @default performance.timeOrigin */
  readonly pageStart?: number | undefined;
  /** What the page has asked already. The source goes on from there. @default nothing */
  readonly first?: FirstQuestion | undefined;
  /** Origin of LivePerson's Domain API. @default 'https://api.liveperson.net' */
  readonly domainApi?: string | undefined;
}

/**
 * Creates a source that asks LivePerson for an engagement (Monitoring API). Failed requests are retried after the pauses
 * of `retryPauses`. All tabs of a visitor share one handshake, its ids and its retries.
 *
 * @throws ConfigurationError when `accountId` or `appInstallationId` is missing, or `apiHost` is not a host
 *
 * @example
 * const visits = createVisitStore({key: '12345678'});
 * const settings = {accountId: '12345678', appInstallationId: 'b4c1…'};
 * const source = createMonitoringSource(settings, {visits, lockName: 'brand/12345678'});
 * const session = createEngagementSession({sources: [source], visits});
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export function createMonitoringSource(settings: MonitoringSettings, edges: MonitoringEdges): EngagementSource {
  return new MonitoringSource(settings, edges);
}

/** The shortest pause: a visitor who leaves before it is over changes nothing for the next page. */
const defaultPatience = 3_000;

interface Run {
  readonly report: (fact: SourceFact) => void;
  readonly signal: AbortSignal;
  /** Aborts when the visitor leaves or logs out, and not when the page asks again. */
  readonly stay: AbortSignal;
}

class MonitoringSource implements EngagementSource {
  readonly name = sourceName;
  readonly #settings: MonitoringSettings;
  readonly #edges: MonitoringEdges;
  readonly #now: () => number;
  readonly #policy: RetryPolicy;
  readonly #network: NetworkEdges;
  /** Takes the place of `fetch`. */
  readonly #send: Exchange | undefined;
  /** When the first answer came, until it is read. */
  #answeredAt: number | undefined;
  /** The answer to a plain question that this page has kept, until it is told. */
  #kept: unknown;
  /** Ends the turn among the tabs that the first question has taken, until that turn is used. */
  #firstTurn: (() => void) | undefined;
  /** Tabs that load together share an answer. A refresh on the same page requests a new one. */
  #sharedSince: number | undefined;
  #run: Run | undefined;

  constructor(settings: MonitoringSettings, edges: MonitoringEdges) {
    const {accountId, appInstallationId, apiHost, retrySpread} = own(settings);
    checkAccountId(accountId);
    checkAppInstallationId(appInstallationId);
    if (apiHost) checkHost(apiHost, 'apiHost');
    this.#settings = settings;
    this.#edges = own(edges);
    const {now = Date.now, sleep, random, pageStart, first, network} = this.#edges;
    this.#network = own({sleep, random, ...network});
    this.#now = now;
    this.#policy = createRetryPolicy({spread: retrySpread, random});
    this.#sharedSince = first?.askedAt ?? shareSince(now(), pageStart);
    this.#answeredAt = first?.exchange?.at;
    this.#kept = first && !first.keep ? first.answer : undefined;
    // What has kept its answer has let the other tabs ask.
    this.#firstTurn = this.#kept ? undefined : first?.release;
    this.#send = first?.exchange && replay(first.exchange);
  }

  start(report: Run['report'], signal: AbortSignal, _state?: unknown, stay = signal): void {
    this.#run = {report, signal, stay};
    signal.addEventListener('abort', () => this.#firstTurn?.());
    const sharedSince = this.#sharedSince ?? this.#now();
    this.#sharedSince = undefined;
    this.#ask(this.#run, sharedSince).catch((error: unknown) => report({type: 'fail', error: error as Error}));
  }

  acknowledge(act: OfferAct, offer: Offer): void {
    this.#reportAct(act, offer).catch((error: unknown) => this.#run?.report({type: 'trouble', error: error as Error}));
  }

  async report(engagementAttributes: ReportParameters['engagementAttributes']): Promise<void> {
    const {visitorId: vid, sessionId: sid} = this.#edges.visits.current;
    if (!vid || !sid) {
      throw new Error(
        'Expected a session to report in, got none; call report() when the state is no longer "connecting"',
      );
    }
    await this.#tell({vid, sid}, (client, signal) => client.report({vid, sid, engagementAttributes}, {signal}));
  }

  async #reportAct(act: OfferAct, offer: Offer): Promise<void> {
    const {visitorId: vid, sessionId: sid, pageId} = offer;
    const impression = toImpression(act, offer);
    if (!vid || !sid || !impression) return;
    const ids = {vid, sid, pageId};
    await this.#tell(ids, (client, signal) => client.reportImpression(impression, ids, {signal}));
  }

  /** Asks, and again when there is hope after the platform could not be reached. */
  async #ask(run: Run, sharedSince: number): Promise<void> {
    for (let since = sharedSince; ; since = this.#now()) {
      try {
        run.report(toFact(await this.#handshake(run, since)));
        return;
      } catch (error) {
        if (run.signal.aborted || !hasGivenUp(error)) throw error;
        run.report({type: 'fail', error: error as Error});
      }
      await whenAwake(run.signal, this.#network);
    }
  }

  #handshake({report, signal}: Run, sharedSince: number): Promise<EngageAnswer> {
    const {visits, sleep, patience = defaultPatience} = this.#edges;
    const attempt = async (): Promise<EngageAnswer> => {
      const [client, parameters] = [await this.#createClient(signal), await readParameters(this.#settings, signal)];
      const kept = this.#kept;
      this.#kept = undefined;
      if (kept && isPlain(this.#settings)) return toAnswer(kept, 'this page');
      const onHint = (): void => report({type: 'hint'});
      const onStranger = (): void => report({type: 'stranger'});
      const [answeredAt, now] = [this.#answeredAt, this.#now];
      this.#answeredAt = undefined;
      return shakeHands({client, parameters, visits, signal, onHint, onStranger, sharedSince, answeredAt, now});
    };
    return retry(attempt, {
      policy: this.#policy,
      ladder: createVisitLadder(visits),
      signal,
      exclusively: (task) => this.#takeTurn(task, signal),
      onPause: (pause) => report(toRetryFact(pause)),
      sleep,
      now: this.#now,
      network: this.#network,
      patience,
    });
  }

  /** Runs a task while no other tab runs one. */
  #takeTurn<T>(task: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const {lockName, locks} = this.#edges;
    const endTurn = this.#firstTurn;
    this.#firstTurn = undefined;
    return endTurn ? task().finally(endTurn) : withTabLock(lockName, task, {signal, locks});
  }

  async #tell(
    ids: SessionIds,
    report: (client: MonitoringClient, signal: AbortSignal) => Promise<EngageAnswer>,
  ): Promise<void> {
    const {visits, sleep} = this.#edges;
    const signal = this.#run?.stay ?? AbortSignal.abort();
    const client = await this.#createClient(signal);
    const answer = await retry(() => report(client, signal), {
      policy: this.#policy,
      signal,
      sleep,
      now: this.#now,
      network: this.#network,
    });
    signal.throwIfAborted();
    await visits.update((visit) => withReport(visit, ids, answer, this.#now()));
  }

  async #createClient(signal: AbortSignal): Promise<MonitoringClient> {
    const {accountId = '', appInstallationId = '', apiHost, apiVersion} = own(this.#settings);
    const host = apiHost ?? (await this.#findHost(accountId, signal));
    const {fetch} = this.#edges;
    return new MonitoringClient({host, accountId, appInstallationId, apiVersion, fetch, send: this.#send});
  }

  async #findHost(accountId: string, signal: AbortSignal): Promise<string> {
    const {visits, fetch, domainApi} = this.#edges;
    const at = this.#now();
    const known = knownHost(visits.current, at);
    if (known) return known;
    const name = await lookUpHost(accountId, {domainApi, fetch, signal});
    await visits.update((visit) => withHost(visit, name, at));
    return name;
  }
}

function toRetryFact({attempt, delay, cause}: Pause): SourceFact {
  return {type: 'retry', attempt, delay, cause: cause instanceof Error ? cause : undefined};
}
