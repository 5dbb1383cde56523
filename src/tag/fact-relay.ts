import type {EngagementChange, EngagementSession} from '../engagement/session.js';
import {
  EngagementErrorEvent,
  EngagementNotificationEvent,
  EngagementRetryEvent,
  EngagementStateChangeEvent,
} from './events.js';
import {toTagProblem} from './setting-problem.js';

/** Dispatches a session's facts as DOM events on `target`, until the returned function is called. */
export function relayFacts(session: EngagementSession, target: EventDispatcher): () => void {
  return session.subscribe((change) => relay(change, target));
}

/** What takes events: an element, or something that keeps them for one. */
export type EventDispatcher = Pick<EventTarget, 'dispatchEvent'>;

function relay({fact, from, to}: EngagementChange, target: EventDispatcher): void {
  if (fact.type === 'retry') {
    const {attempt, delay, cause} = fact;
    const retry = new EngagementRetryEvent({attempt, delay, cause});
    target.dispatchEvent(retry);
  }
  if (fact.type === 'notice') {
    const notification = new EngagementNotificationEvent(fact.notice);
    target.dispatchEvent(notification);
  }
  if (fact.type === 'fail' || fact.type === 'trouble') tellError(fact.error, target);
  if (from.name !== to.name) {
    const change = new EngagementStateChangeEvent({from: from.name, to: to.name, cause: fact.type});
    target.dispatchEvent(change);
  }
}

/** Tells the page of an error. Only one that the page's author can mend is worth a line in the console. */
export function tellError(cause: Error, target: EventDispatcher): void {
  const error = toTagProblem(cause);
  const problem = new EngagementErrorEvent(error);
  target.dispatchEvent(problem);
  // By name, because a file that is loaded later has classes of its own.
  if (error.name === 'ConfigurationError') console.warn(`<web-engagement>: ${error.message}`);
}
