import {createLazySource} from '../engagement/lazy-source.js';
import type {EngagementSession} from '../engagement/session.js';
import {createEngagementSession} from '../engagement/session-engine.js';
import type {EngagementSource} from '../engagement/source.js';
import type {EngagementState} from '../engagement/state.js';
import type {FirstQuestion} from '../vendors/liveperson/monitoring/first-question.js';
import {isPlain} from '../vendors/liveperson/monitoring/monitoring-settings.js';
import {createMonitoringSource} from '../vendors/liveperson/monitoring/monitoring-source.js';
import {createVisitStore, type VisitStore} from '../visit/visit-store.js';
import {SessionController, type SessionHost} from './session-controller.js';
import type {SessionSettings} from './settings/session-settings.js';
import {tabsNameOf, visitKey} from './visit-key.js';

/**
 * Makes the session that an element's settings ask for. Settings that cannot work make one that fails at its start.
 *
 * @param first what the page has asked before; a session about the same visit goes on from there
 */
function createSession(settings: SessionSettings, first?: FirstQuestion): EngagementSession {
  const key = visitKey(settings);
  if (first && (first.key !== key || settings.sources || !isPlain(settings))) {
    // It was another question.
    first.release();
    return createSession(settings);
  }
  const visits = createVisitStore({key, database: first?.database, current: first?.visit});
  const sources = settings.sources ?? createSources(settings, visits, tabsNameOf(key), first);
  const {maxInvitations} = settings;
  const session = createEngagementSession({sources, visits, maxInvitations, state: first && stateOf(first)});
  if (settings.debug) logFacts(session);
  return session;
}

/** The state that the page has heard of. */
const stateOf = ({result}: FirstQuestion): EngagementState => ({
  name: result === 'unavailable' ? 'unavailable' : 'connecting',
});

function createSources(
  settings: SessionSettings,
  visits: VisitStore,
  tabsName: string,
  first: FirstQuestion | undefined,
): readonly EngagementSource[] {
  const {accountId, notificationsUrl, notificationsTransport, visitId, handoffUrl} = settings;
  const hasNotifications = Boolean(notificationsUrl ?? notificationsTransport ?? visitId);
  const notifications = createLazySource({
    name: 'genesys',
    isListener: true,
    isEager: hasNotifications,
    load: async () => {
      const {createNotificationSource} = await import('../vendors/genesys/notification-source.js');
      return createNotificationSource(settings, {visits, tabsName});
    },
  });
  const handoff = createLazySource({
    name: 'liveperson-handoff',
    isListener: false,
    isEager: true,
    load: async () => {
      const {createHandoffSource} = await import('../vendors/liveperson/handoff/handoff-source.js');
      return createHandoffSource(settings);
    },
  });
  const others = handoffUrl ? [handoff, notifications] : [notifications];
  if (!accountId && (hasNotifications || handoffUrl)) return others;
  try {
    return [createMonitoringSource(settings, {visits, lockName: tabsName, first}), ...others];
  } catch (error) {
    return [{name: 'settings', start: (report) => report({type: 'fail', error: error as Error})}, ...others];
  }
}

/** Ids and texts of the vendor stay out of the console. */
function logFacts(session: EngagementSession): void {
  session.subscribe(({fact, to}) => {
    const error = 'error' in fact ? fact.error : 'cause' in fact ? fact.cause : undefined;
    console.debug('<web-engagement>', fact.type, '→', to.name, error?.message ?? '');
  });
}

/** Gives a tag its session controller. */
export type ConnectSession = (host: SessionHost) => SessionController;

let first: FirstQuestion | undefined;

/** Lets the next session go on from what the page has asked already. */
export function goOnFrom(question: FirstQuestion): void {
  first = question;
}

/** Lets the other tabs ask, if no session has gone on. */
export function dropQuestion(): void {
  first?.release();
  first = undefined;
}

export const connectSession: ConnectSession = (host) =>
  new SessionController(host, (settings) => {
    const question = first;
    first = undefined;
    return createSession(settings, question);
  });
