import {HttpStatusError, NetworkError} from '../../../http/errors.js';
import type {Visit} from '../../../visit/visit.js';
import type {VisitStore} from '../../../visit/visit-store.js';
import {mayHoldEngagement} from './engage-answer.js';
import {LoadingAccountError} from './loading-account-error.js';
import {toAnswer, type EngageParameters, type MonitoringClient} from './monitoring-client.js';
import {monitoringMemory, sharedAnswer, withAnswer, type MonitoringFacts} from './monitoring-memory.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import {digestQuestion} from './monitoring-request.js';
import {withoutEndedSession} from './session-lifetime.js';

export interface HandshakeOptions {
  readonly client: MonitoringClient;
  readonly parameters: EngageParameters;
  readonly visits: VisitStore;
  readonly signal: AbortSignal;
  /** Called as soon as an engagement is likely, because the last answer held one or the new one seems to. */
  readonly onHint: () => void;
  /** An answer that another tab got after this time is used instead of a request. In ms since the epoch. */
  readonly sharedSince: number;
  readonly now: () => number;
}

/**
 * Requests an engagement with the known ids, and remembers the ids in the answer
 * (Monitoring API, Query parameters: `vid` and `sid`).
 *
 * @throws as MonitoringClient.engage does, after storing what the failure says about the ids
 */
export async function shakeHands(options: HandshakeOptions): Promise<EngageAnswer> {
  const {parameters, visits, signal, now, onHint, sharedSince} = options;
  const question = await digestQuestion(parameters);
  // The ladder was just read from it, in the same turn among the tabs.
  const visit = withoutEndedSession(visits.current, now());
  const {answer: last} = monitoringMemory.read(visit);
  if (last && mayHoldEngagement(last.body)) onHint();
  const shared = sharedAnswer(visit, question, sharedSince);
  if (shared) return toAnswer(shared.body, 'another tab');
  const answer = await engage(visit, options);
  // A visitor who logged out meanwhile must not be remembered again.
  signal.throwIfAborted();
  await visits.update((latest) => withAnswer(latest, answer, question, now()));
  return answer;
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
    const visit = await visits.update((latest) => monitoringMemory.write(latest, learned));
    if (!isRefusedId(error)) throw error;
    return client.engage({...parameters, vid: visit.visitorId, sid: visit.sessionId}, {signal, onHint});
  }
}

/** The changes that a failure implies for the stored facts. */
function learnFrom(error: unknown): (Visit & MonitoringFacts) | undefined {
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
