import {createEngagementSession, type EngagementSession} from '../engagement/session.js';
import type {EngagementSource} from '../engagement/source.js';
import {createMonitoringSource} from '../vendors/liveperson/monitoring-source.js';
import {createVisitStore, type VisitStore} from '../visit/visit-store.js';
import type {SessionSettings} from './settings.js';

/** Makes the session that an element's settings ask for. Settings that cannot work make one that fails at its start. */
export function createSession(settings: SessionSettings): EngagementSession {
  const {apiHost = '', accountId = '', appInstallationId = ''} = settings;
  const key = [apiHost, accountId, appInstallationId].join('/');
  const visits = createVisitStore({key});
  const session = createEngagementSession({sources: createSources(settings, visits, key), visits});
  if (settings.debug) logFacts(session);
  return session;
}

function createSources(settings: SessionSettings, visits: VisitStore, key: string): readonly EngagementSource[] {
  if (settings.sources) return settings.sources;
  try {
    return [createMonitoringSource(settings, {visits, lockName: `web-engagement/${key}`})];
  } catch (error) {
    return [{name: 'settings', start: (report) => report({type: 'fail', error: error as Error})}];
  }
}

/** Ids and texts of the vendor stay out of the console. */
function logFacts(session: EngagementSession): void {
  session.subscribe(({fact, to}) => {
    const error = 'error' in fact ? fact.error : 'cause' in fact ? fact.cause : undefined;
    console.debug('<web-engagement>', fact.type, '→', to.name, error?.message ?? '');
  });
}
