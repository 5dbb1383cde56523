import {HttpStatusError, NetworkError} from '../../../http/errors.js';
import type {Visit} from '../../../visit/visit.js';
import type {VisitStore} from '../../../visit/visit-store.js';
import {LoadingAccountError} from './loading-account-error.js';
import type {EngageParameters, MonitoringClient} from './monitoring-client.js';
import {mayHoldEngagement, readEngageAnswer} from './engage-answer.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import {digestQuestion} from './question-digest.js';
import {withoutEndedSession} from './session-lifetime.js';

export interface HandshakeOptions {
  readonly client: MonitoringClient;
  readonly parameters: EngageParameters;
  readonly visits: VisitStore;
  readonly signal: AbortSignal;
  /** Called as soon as an engagement is likely: there was one before, or the answer seems to hold one. */
  readonly onHint: () => void;
  /** An answer that another tab got since then, in ms since the epoch, is taken for ours. */
  readonly sharedSince: number;
  readonly now: () => number;
}

/**
 * Asks for an engagement with the ids that are known, and remembers the ids that come back
 * (seed 004, Query parameters: `vid` and `sid`).
 *
 * @throws as MonitoringClient.engage does; what the failure taught about the ids is kept by then
 */
export async function shakeHands(options: HandshakeOptions): Promise<EngageAnswer> {
  const {parameters, visits, signal, now} = options;
  const question = await digestQuestion(parameters);
  const visit = withoutEndedSession(await visits.read(), now());
  if (visit.answer && mayHoldEngagement(visit.answer.body)) options.onHint();
  if (isShared(visit, question, options.sharedSince)) return readEngageAnswer(visit.answer?.body, 'another tab');
  const answer = await engage(visit, options);
  // Who logged out meanwhile must not be remembered again.
  signal.throwIfAborted();
  await visits.update((latest) => remember(latest, answer, question, now()));
  return answer;
}

function isShared({answer}: Visit, question: string | undefined, sharedSince: number): boolean {
  return answer !== undefined && answer.question === question && answer.at >= sharedSince;
}

async function engage(
  {visitorId: vid, sessionId: sid}: Visit,
  {client, parameters, visits, signal, onHint}: HandshakeOptions,
): Promise<EngageAnswer> {
  try {
    return await client.engage({...parameters, vid, sid}, {signal, onHint});
  } catch (error) {
    const learned = learnFrom(error);
    if (!learned) throw error;
    const visit = await visits.update((latest) => ({...latest, ...learned}));
    if (!isRefusedId(error)) throw error;
    return client.engage({...parameters, vid: visit.visitorId, sid: visit.sessionId}, {signal, onHint});
  }
}

/** What a failure says about what is remembered. */
function learnFrom(error: unknown): Partial<Visit> | undefined {
  if (error instanceof LoadingAccountError && error.visitorId) return {visitorId: error.visitorId};
  if (isRefusedId(error))
    return error.code === 39 ? {sessionId: undefined} : {visitorId: undefined, sessionId: undefined};
  // The account may have moved to another host.
  return error instanceof NetworkError ? {host: undefined} : undefined;
}

/** Status 404 with code 37 for the visitor id, and 39 for the session id. */
function isRefusedId(error: unknown): error is HttpStatusError {
  return error instanceof HttpStatusError && error.status === 404 && (error.code === 37 || error.code === 39);
}

function remember(visit: Visit, body: EngageAnswer, question: string | undefined, at: number): Visit {
  const isNewSession = visit.sessionId !== body.sessionId;
  const {settled, ...rest} = visit;
  return {
    ...rest,
    ...(!isNewSession && settled && {settled}),
    visitorId: body.visitorId,
    sessionId: body.sessionId,
    sessionStartedAt: isNewSession ? at : (visit.sessionStartedAt ?? at),
    sessionUsedAt: at,
    answer: question === undefined ? undefined : {at, question, body},
  };
}
