import {createLazySource} from '../engagement/lazy-source.js';
import {createEngagementSession, type EngagementSession} from '../engagement/session.js';
import type {EngagementSource} from '../engagement/source.js';
import {loadNotifications} from '../vendors/genesys/load-notifications.js';
import {createMonitoringSource} from '../vendors/liveperson/monitoring-source.js';
import {createVisitStore, type VisitStore} from '../visit/visit-store.js';
import type {SessionSettings} from './settings.js';

/** Makes the session that an element's settings ask for. Settings that cannot work make one that fails at its start. */
export function createSession(settings: SessionSettings): EngagementSession {
  const {apiHost = '', accountId = '', appInstallationId = ''} = settings;
  const key = [apiHost, accountId, appInstallationId].join('/');
  const visits = createVisitStore({key});
  const session = createEngagementSession({sources: settings.sources ?? createSources(settings, visits, key), visits});
  if (settings.debug) logFacts(session);
  return session;
}

function createSources(settings: SessionSettings, visits: VisitStore, key: string): readonly EngagementSource[] {
  const tabsName = `web-engagement/${key}`;
  const {accountId, notificationsUrl, notificationsTransport, visitId} = settings;
  const hasNotifications = Boolean(notificationsUrl ?? notificationsTransport ?? visitId);
  const notifications = createLazySource({
    name: 'genesys',
    isEager: hasNotifications,
    load: async () => (await loadNotifications()).createNotificationSource(settings, {visits, tabsName}),
  });
  if (hasNotifications && !accountId) return [notifications];
  try {
    return [createMonitoringSource(settings, {visits, lockName: tabsName}), notifications];
  } catch (error) {
    return [{name: 'settings', start: (report) => report({type: 'fail', error: error as Error})}, notifications];
  }
}

/** Ids and texts of the vendor stay out of the console. */
function logFacts(session: EngagementSession): void {
  session.subscribe(({fact, to}) => {
    const error = 'error' in fact ? fact.error : 'cause' in fact ? fact.cause : undefined;
    console.debug('<web-engagement>', fact.type, '→', to.name, error?.message ?? '');
  });
}
