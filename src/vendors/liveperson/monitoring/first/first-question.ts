import {exchange, type Failure, type Reply} from '../../../../http/exchange.js';
import {parseOrigin} from '../../../../http/origin.js';
import type {PastExchange} from '../../../../http/replay.js';
import {withTabLock} from '../../../../tabs/tab-lock.js';
import type {Database} from '../../../../visit/database.js';
import {emptyVisit, type Visit} from '../../../../visit/visit.js';
import {tellTabs} from '../../../../visit/visit-channel.js';
import {readVisit, updateVisit} from '../../../../visit/visit-transactions.js';
import {mayHoldEngagement} from '../engage-answer.js';
import {
  knownHost,
  monitoringMemory,
  shareSince,
  sharedAnswer,
  withAnswer,
  type SessionAnswer,
} from '../monitoring-memory.js';
import {isAnswered, isVersion, methodUrl, plainQuestion, toPost, type Account} from '../monitoring-request.js';
import {withoutEndedSession} from '../session-lifetime.js';

export interface FirstQuestionOptions extends Account {
  /** Host of the Monitoring API. When absent, one that was looked up before. */
  readonly apiHost?: string | undefined;
  /** Key of the visit. */
  readonly key: string;
  readonly database: Database;
  /** Name of the lock that all tabs of the visitor share. */
  readonly lockName: string;
  readonly signal: AbortSignal;
  /** Called when there is likely to be an engagement: there was one the last time, or the answer seems to hold one. */
  readonly onHint: () => void;
  /** What the page has asked before, when it comes back from the back/forward cache. */
  readonly before?: FirstQuestion | undefined;
}

/** How far a question has come that was asked before there was a session. */
export interface FirstQuestion {
  readonly key: string;
  readonly database: Database;
  readonly account: Account;
  /** What is stored; undefined when that is nothing. */
  readonly visit: Visit | undefined;
  /** When it was asked, or answered by another tab, in ms since the epoch. No answer of before counts. */
  readonly askedAt: number;
  /**
   * What it led to: no engagement, a visit that was cleared or erased while the page was in the back/forward cache, or
   * something that a session has to deal with.
   */
  readonly result: 'unavailable' | 'cleared' | 'erased' | 'open';
  /** The answer to an open question, as it came; undefined when there is none. */
  readonly answer?: unknown;
  /** The request that an open question has sent. */
  readonly exchange?: PastExchange | undefined;
  /** Keeps the answer to an open question, unless it is void by the time it is written. Absent when there is none. */
  readonly keep?: ((isVoid: () => boolean) => Promise<Visit>) | undefined;
  /** Whether the platform has heard that the offer in the answer was seen. Absent when it was not seen. */
  readonly reported?: Promise<boolean> | undefined;
  /** Lets the other tabs ask. Until then they wait for what a session makes of an open question. */
  readonly release: () => void;
}

type Step = Pick<FirstQuestion, 'result' | 'answer' | 'exchange' | 'keep'> &
  Partial<Pick<FirstQuestion, 'visit' | 'askedAt'>>;

/**
 * Asks for an engagement on behalf of a visitor of whom the page says nothing, and keeps the answer if there is none. It
 * is all that most pages need. Whatever else comes is left to a session, which goes on from there. It never rejects.
 */
export function askFirst(options: FirstQuestionOptions): Promise<FirstQuestion> {
  const {key, database, lockName, signal} = options;
  const askedAt = Date.now();
  return new Promise((resolve) => {
    const conclude = (step: Step, release = (): void => undefined): void =>
      resolve({key, database, account: options, askedAt, release, visit: undefined, ...step});
    const ask = async (): Promise<void> => {
      const step = await takeStep(options, askedAt);
      if (step.result === 'open') await new Promise<void>((release) => conclude(step, release));
      else conclude(step);
    };
    // A session finds out for itself what is wrong.
    withTabLock(lockName, ask, {signal}).catch(() => conclude({result: 'open'}));
  });
}

async function takeStep(options: FirstQuestionOptions, now: number): Promise<Step> {
  const {key, database, before, onHint, apiHost, apiVersion} = options;
  const stored = await readVisit(key, database.use);
  const known = stored === emptyVisit ? undefined : stored;
  if (before?.visit && before.visit.visitorId !== stored.visitorId) return {result: known ? 'cleared' : 'erased'};
  const visit = withoutEndedSession(stored, now);
  const {ladder, answer} = monitoringMemory.read(visit);
  if (answer && mayHoldEngagement(answer.body)) onHint();
  const host = parseOrigin(apiHost ?? knownHost(visit, now) ?? '');
  if (ladder || visit.snoozedUntil || !host || !isVersion(apiVersion)) return {visit: known, result: 'open'};
  const shared = sharedAnswer(visit, plainQuestion, before ? now : shareSince(now));
  if (shared) {
    return {visit: known, askedAt: shared.at, result: mayHoldEngagement(shared.body) ? 'open' : 'unavailable'};
  }
  return {visit: known, ...(await engage(visit, host, options))};
}

async function engage(visit: Visit, host: URL, options: FirstQuestionOptions): Promise<Step> {
  const {key, database, signal, onHint} = options;
  const url = methodUrl('engagement', host, options, {vid: visit.visitorId, sid: visit.sessionId});
  const init = toPost(plainQuestion);
  const outcome = await exchange(url, init, {signal});
  // A visitor who left or logged out meanwhile must not be remembered again.
  signal.throwIfAborted();
  const body = readBody(outcome);
  const at = Date.now();
  const keep = async (isVoid: () => boolean): Promise<Visit> => {
    const withIt = (latest: Visit): Visit =>
      isVoid() || latest.subject !== visit.subject
        ? latest
        : withAnswer(latest, body as SessionAnswer, plainQuestion, at);
    const kept = await updateVisit(key, withIt, database.use);
    tellTabs(key, 'changed');
    return kept;
  };
  if (mayHoldEngagement(body)) {
    if (body !== undefined) onHint();
    return {result: 'open', answer: body, exchange: {url: url.href, body: init.body, outcome, at}, keep};
  }
  return {visit: await keep(() => signal.aborted), result: 'unavailable'};
}

/** The body of an answer that is no refusal; undefined when it is no JSON. */
function readBody(outcome: Reply | Failure): unknown {
  try {
    return 'text' in outcome && isAnswered(outcome.status) ? JSON.parse(outcome.text) : undefined;
  } catch {
    return undefined;
  }
}
