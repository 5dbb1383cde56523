import {isPathText} from '../../../check/ids.js';
import {HttpStatusError, NetworkError} from '../../../http/errors.js';
import type {Visit} from '../../../visit/visit.js';
import type {VisitStore} from '../../../visit/visit-store.js';
import {checkQuestions, withQuestion} from '../question-budget.js';
import {subjectOf} from '../subject.js';
import {mayHoldEngagement} from './engage-answer.js';
import {LoadingAccountError} from './loading-account-error.js';
import {toAnswer, type EngageParameters, type MonitoringClient} from './monitoring-client.js';
import {monitoringMemory, sharedAnswer, withAnswer} from './monitoring-memory.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import {digestQuestion, type VisitorIds} from './monitoring-request.js';
import {withoutEndedSession, withSubject} from './session-lifetime.js';

export interface HandshakeOptions {
  readonly client: MonitoringClient;
  readonly parameters: EngageParameters;
  readonly visits: VisitStore;
  readonly signal: AbortSignal;
  /** Called as soon as an engagement is likely, because the last answer held one or the new one seems to. */
  readonly onHint: () => void;
  /** Called when another visitor has logged in than the one whose visit is stored. */
  readonly onStranger: () => void;
  /** An answer that another tab got after this time is used instead of a request. In ms since the epoch. */
  readonly sharedSince: number;
  /** When the answer came, if that was earlier: only pages that began to load before take it for theirs. */
  readonly answeredAt?: number | undefined;
  readonly now: () => number;
}

/**
 * Requests an engagement with the known ids, and remembers the ids in the answer
 * (Monitoring API, Query parameters: `vid` and `sid`).
 *
 * @throws as MonitoringClient.engage does, after storing what the failure says about the ids; ConfigurationError when the
 * visitor's pages have asked too often
 */
export async function shakeHands(options: HandshakeOptions): Promise<EngageAnswer> {
  const {parameters, visits, signal, now, onHint, sharedSince, answeredAt} = options;
  const question = await digestQuestion(parameters);
  await meet(options);
  // The ladder was just read from it, in the same turn among the tabs.
  const visit = withoutEndedSession(visits.current, now());
  const {answer: last} = monitoringMemory.read(visit);
  if (last && mayHoldEngagement(last.body)) onHint();
  const shared = sharedAnswer(visit, question, sharedSince, now());
  if (shared) return toAnswer(shared.body, 'another tab');
  checkQuestions(visit, now());
  const answer = await engage(visit, options);
  // A visitor who logged out meanwhile must not be remembered again.
  signal.throwIfAborted();
  await visits.update((latest) =>
    // It was not about whoever has logged in meanwhile, in another tab.
    latest.subject === visit.subject
      ? withQuestion(withAnswer(latest, answer, question, answeredAt ?? now()), now())
      : latest,
  );
  signal.throwIfAborted();
  return answer;
}

/** Forgets, before anything is sent, the visitor of before if another one has logged in. */
async function meet({parameters, visits, signal, onStranger}: HandshakeOptions): Promise<void> {
  const subject = subjectOf(parameters);
  const {subject: known} = visits.current;
  if (subject === undefined || subject === known) return;
  await visits.update((latest) => (latest.subject === subject ? latest : withSubject(latest, subject)));
  signal.throwIfAborted();
  if (known !== undefined) onStranger();
}

async function engage(
  {visitorId: vid, sessionId: sid}: Visit,
  {client, parameters, visits, signal, onHint}: HandshakeOptions,
): Promise<EngageAnswer> {
  const ask = (vid: string | undefined, sid: string | undefined): Promise<EngageAnswer> =>
    client.engage({...parameters, vid: usable(vid), sid: usable(sid)}, {signal, onHint});
  try {
    return await ask(vid, sid);
  } catch (error) {
    const visit = await visits.update((latest) => learnFrom(error, latest, {vid, sid}));
    signal.throwIfAborted();
    if (!isRefusedId(error)) throw error;
    return ask(visit.visitorId, visit.sessionId);
  }
}

/** An id that can be sent. The browser may have kept another one, which must not stop the visitor for good. */
const usable = (id: string | undefined): string | undefined => (isPathText(id) ? id : undefined);

/** The visit with what a failure says about the ids that were sent. Another tab may have got others meanwhile. */
function learnFrom(error: unknown, visit: Visit, {vid, sid}: VisitorIds): Visit {
  // The account may have moved to another host.
  if (error instanceof NetworkError) return monitoringMemory.write(visit, {host: undefined});
  const isOurs = visit.visitorId === vid;
  if (error instanceof LoadingAccountError && error.visitorId && isOurs && error.visitorId !== vid)
    return {...visit, visitorId: error.visitorId, sessionId: undefined};
  if (!isRefusedId(error) || !isOurs) return visit;
  if (error.code === 39) return visit.sessionId === sid ? {...visit, sessionId: undefined} : visit;
  return {...visit, visitorId: undefined, sessionId: undefined};
}

/** Status 404 with code 37 for the visitor id, and 39 for the session id. */
function isRefusedId(error: unknown): error is HttpStatusError {
  return error instanceof HttpStatusError && error.status === 404 && (error.code === 37 || error.code === 39);
}
