import {noteShown, type PageMemory} from '../engagement/invitation-memory.js';
import {createLazySource} from '../engagement/lazy-source.js';
import type {EngagementSession} from '../engagement/session.js';
import {createEngagementSession} from '../engagement/session-engine.js';
import type {EngagementSource} from '../engagement/source.js';
import {offerOf, type EngagementState} from '../engagement/state.js';
import type {FirstQuestion} from '../vendors/liveperson/monitoring/first/first-question.js';
import {createMonitoringSource} from '../vendors/liveperson/monitoring/monitoring-source.js';
import {createVisitStore, type VisitStore} from '../visit/visit-store.js';
import type {SessionSettings} from './settings/session-settings.js';
import {withTriggers} from './triggered-sources.js';
import {tabsNameOf, visitKey} from './visit-key.js';

/** What is shown on this page, by the visit. A tag that is taken away and put back shows nothing new. */
const pageMemories: Record<string, PageMemory> = {};

/**
 * Makes the session that an element's settings ask for. Settings that cannot work make one that fails at its start.
 *
 * @param state the state that the page has heard of, if it was started
 * @param first what the page has asked before; the session goes on from there
 */
export function createSession(
  settings: SessionSettings,
  state: EngagementState | undefined,
  first: FirstQuestion | undefined,
): EngagementSession {
  const key = visitKey(settings);
  const page = (pageMemories[key] ??= {});
  if (first?.reported) noteShown(page, state && offerOf(state)?.id, first.reported);
  const visits = createVisitStore({key, database: first?.database, current: first?.visit});
  const sources = withTriggers(settings.sources ?? createSources(settings, visits, tabsNameOf(key), first), settings);
  return createEngagementSession({
    sources,
    visits,
    maxInvitations: settings.maxInvitations,
    state,
    page,
  });
}

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
