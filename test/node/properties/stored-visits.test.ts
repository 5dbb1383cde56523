import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {createEngagementSession} from '../../../src/engagement/index.js';
import {createMonitoringSource} from '../../../src/vendors/liveperson/index.js';
import {toVisit} from '../../../src/visit/visit.js';
import {createFakeFetch} from '../../support/fakes/fake-fetch.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {deniedLocks} from '../../support/fakes/tabs.js';
import {nextTask} from '../../support/fakes/test-clock.js';
import {optionsLike, runs} from '../../support/properties.js';

const now = 1_800_000_000_000;

const stored = optionsLike({
  subject: 'digest',
  visitorId: 'visitor',
  sessionId: 'session',
  sessionStartedAt: now - 1_000,
  sessionUsedAt: now - 1_000,
  settled: {'liveperson/5/6': 'accepted'},
  folded: {'liveperson/5/6': 1},
  snoozedUntil: now + 1_000,
  optedOut: true,
  shown: {'liveperson/5/6': now},
  host: {name: 'other.example', at: now},
  ladder: {failures: 2, notBefore: now + 1_000},
  answer: {at: now, question: '{}', body: {}},
});

const answer = {
  sessionId: 'session',
  visitorId: 'visitor',
  engagementDetails: [{campaignId: 5, engagementId: 6, engagementRevision: 7, contextId: '8', status: 'expose'}],
};

const settings = {accountId: '12345678', appInstallationId: 'app', apiHost: 'platform.example'};
const forever = () => new Promise<void>(() => undefined);

/** Runs a session on what is stored until nothing more happens. */
async function run(value: unknown) {
  const visits = createMemoryVisits(toVisit(value));
  const {fetch, sent} = createFakeFetch(200, answer);
  const source = createMonitoringSource(settings, {
    visits,
    fetch,
    lockName: 'lock',
    locks: deniedLocks,
    sleep: forever,
    now: () => now,
    pageStart: now,
  });
  const errors: unknown[] = [];
  const reportError = (error: unknown) => errors.push(error);
  const session = createEngagementSession({sources: [source], visits, now: () => now, sleep: forever, reportError});
  const troubles: string[] = [];
  session.subscribe(({fact}) => {
    if ('error' in fact) troubles.push(fact.error.name);
  });
  const life = new AbortController();
  session.start(life.signal);
  for (let task = 0; task < 12; task += 1) await nextTask();
  const state = session.state.name;
  if (state === 'expose') session.accept();
  session.shown();
  session.snooze(5);
  await nextTask();
  life.abort();
  return {state, sent, errors, troubles};
}

describe('Whatever is stored', () => {
  it('the session asks at most once, with ids that are texts, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(stored, async (value) => {
        const {state, sent, errors, troubles} = await run(value);
        assert.deepEqual([errors, troubles], [[], []]);
        assert.match(state, /^(connecting|expose|accepted|dismissed|unavailable)$/);
        const handshakes = sent.filter(({url}) => url.pathname.endsWith('/engagement'));
        assert.ok(handshakes.length <= 1);
        for (const {url} of handshakes)
          for (const name of ['vid', 'sid']) assert.ok((url.searchParams.get(name) ?? '').length <= 256);
      }),
      runs(400),
    );
  });
});
