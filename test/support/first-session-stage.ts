import {noteShown, type PageMemory} from '../../src/engagement/invitation-memory.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementState} from '../../src/engagement/state.js';
import type {FirstQuestion} from '../../src/tag/first/first-ask.js';
import type {FirstSessionOptions} from '../../src/tag/first/first-session-options.js';
import {FirstSession} from '../../src/tag/first/first-session.js';
import type {SessionSettings} from '../../src/tag/settings/session-settings.js';
import {visitKey} from '../../src/tag/visit-key.js';
import {createDatabase} from '../../src/visit/database.js';
import {createMemoryVisits} from './fakes/memory-visits.js';
import {createScriptedSource} from './fakes/scripted-source.js';
import {waitUntil} from './wait-until.js';

export const settings: SessionSettings = {accountId: '1', appInstallationId: 'app', apiHost: 'example.com'};
export const engagement = {campaignId: 1, engagementId: 2, engagementRevision: 3, status: 'expose'};
export const answer = {visitorId: 'v', sessionId: 's', engagementDetails: [engagement]};
export const offer = {
  id: 'liveperson/1/2',
  source: 'liveperson',
  visitorId: 'v',
  sessionId: 's',
  campaignId: '1',
  engagementId: '2',
  engagementRevision: 3,
};

interface StageOptions extends Partial<SessionSettings>, FirstSessionOptions {
  /** @default true */
  readonly isStarted?: boolean;
}

const ends: AbortController[] = [];

/** Ends every session that was staged. Without that they would hear what a later test tells the tabs. */
export const leavePages = (): void => ends.splice(0).forEach((end) => end.abort());

/** A session whose engine is real, over a source that a test speaks for, and comes when the test lets it. */
export function stage(own: Partial<FirstQuestion> = {}, {isStarted = true, ...options}: StageOptions = {}) {
  const messages: unknown[] = [];
  const source = {...createScriptedSource('liveperson'), notify: (message: unknown) => void messages.push(message)};
  const visits = createMemoryVisits();
  const origins: {state: EngagementState | undefined; first: FirstQuestion | undefined}[] = [];
  const releases: string[] = [];
  const facts: string[] = [];
  let arrive: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const loads: string[] = [];
  let hasWaited: () => void = () => undefined;
  const question: FirstQuestion = {
    key: visitKey(settings),
    database: createDatabase(),
    account: {accountId: '12345678', appInstallationId: 'app'},
    visit: undefined,
    askedAt: 1,
    result: 'open',
    answer,
    release: () => releases.push('released'),
    ...own,
  };
  const session = new FirstSession(
    {...settings, ...options},
    {
      question,
      sleep: () => new Promise((resolve) => (hasWaited = resolve)),
      loadEngine: () =>
        new Promise((resolve, reject) => {
          loads.push('engine');
          fail = reject;
          arrive = () =>
            resolve({
              createSession: (_settings, state, first) => {
                origins.push({state, first});
                const page: PageMemory = {};
                if (first?.reported) noteShown(page, offer.id, first.reported);
                return createEngagementSession({sources: [source], visits, state, page});
              },
            });
        }),
      ...options,
    },
  );
  const end = new AbortController();
  ends.push(end);
  session.subscribe(({fact, to}) => facts.push(`${fact.type} → ${to.name}`));
  if (isStarted) session.start(end.signal);
  return {
    ...{session, source, visits, messages, origins, releases, facts, loads, end, question},
    arrive: async () => {
      await waitUntil(() => loads.length > 0);
      arrive();
      await waitUntil(() => origins.length > 0);
    },
    fail: (error: Error) => fail(error),
    waitInVain: () => hasWaited(),
  };
}
