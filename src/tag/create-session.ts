import {createLazySource} from '../engagement/lazy-source.js';
import type {EngagementSession} from '../engagement/session.js';
import {createEngagementSession} from '../engagement/session-engine.js';
import type {EngagementSource} from '../engagement/source.js';
import {createMonitoringSource} from '../vendors/liveperson/monitoring/monitoring-source.js';
import {createVisitStore, type VisitStore} from '../visit/visit-store.js';
import type {SessionSettings} from './settings/session-settings.js';

/** Makes the session that an element's settings ask for. Settings that cannot work make one that fails at its start. */
export function createSession(settings: SessionSettings): EngagementSession {
  const {apiHost = '', accountId = '', appInstallationId = '', maxInvitations} = settings;
  const key = [apiHost, accountId, appInstallationId].join('/');
  const visits = createVisitStore({key});
  const sources = settings.sources ?? createSources(settings, visits, key);
  const session = createEngagementSession({sources, visits, maxInvitations});
  if (settings.debug) logFacts(session);
  return session;
}

function createSources(settings: SessionSettings, visits: VisitStore, key: string): readonly EngagementSource[] {
  const tabsName = `web-engagement/${key}`;
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
    return [createMonitoringSource(settings, {visits, lockName: tabsName}), ...others];
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
