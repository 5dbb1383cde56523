import type {EngagementChange} from '../engagement/session.js';
import {
  EngagementErrorEvent,
  EngagementNotificationEvent,
  EngagementRetryEvent,
  EngagementStateChangeEvent,
} from './event-classes.js';
import {toTagProblem} from './settings/setting-problem.js';

/** The events that tell a page about a fact, in the order in which they are dispatched. */
export function toEvents({fact, from, to}: EngagementChange): readonly Event[] {
  const events: Event[] = [];
  if (fact.type === 'retry') {
    const {attempt, delay, cause} = fact;
    events.push(new EngagementRetryEvent({attempt, delay, cause}));
  }
  if (fact.type === 'notice') events.push(new EngagementNotificationEvent(fact.notice));
  if (fact.type === 'fail' || fact.type === 'trouble') events.push(new EngagementErrorEvent(toTagProblem(fact.error)));
  if (from.name !== to.name) {
    const reason = fact.type === 'hold' ? {reason: fact.reason} : {};
    events.push(new EngagementStateChangeEvent({from: from.name, to: to.name, cause: fact.type, ...reason}));
  }
  return events;
}
