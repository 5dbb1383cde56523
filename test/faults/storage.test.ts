import {expect} from '@open-wc/testing';
import {monitoringMemory} from '../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {createDatabase} from '../../src/visit/database.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {deleteVisits, failingWrites} from '../support/databases.js';
import {createTestClock} from '../support/fakes/test-clock.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

describe('A visit', () => {
  const visitor = useVisitor();

  it('D7: knows what was stored before the disk was full, and what came after in memory', async () => {
    const key = visitor().account.accountId;
    await createVisitStore({key}).update(() => ({visitorId: 'v'}));
    const store = createVisitStore({key, database: createDatabase({factory: failingWrites('QuotaExceededError', 99)})});
    expect((await store.read()).visitorId).to.equal('v');
    await store.update((visit) => ({...visit, sessionId: 's'}));
    expect([store.current, store.storage]).to.deep.equal([{visitorId: 'v', sessionId: 's'}, 'memory']);
    expect(await visitor().stored()).to.deep.equal({visitorId: 'v'});
  });

  it('D11: asks about a new visitor, and tells no error, when the storage was wiped', async () => {
    const page = visitor().open();
    await page.settled();
    expect(await deleteVisits()).to.equal(false);
    page.session.refresh();
    await waitUntil(async () => (await visitor().queries()).length === 2, 'the page has asked again');
    await waitUntil(async () => (await visitor().stored())['visitorId'], 'the new visitor is stored');
    const [before, after] = await visitor().queries();
    expect([before?.['vid'], after?.['vid']]).to.deep.equal([undefined, undefined]);
    expect(page.facts.filter((fact) => 'error' in fact)).to.deep.equal([]);
  });

  it('D25: is asked no more by this page after 429, and the next one waits', async () => {
    const clock = createTestClock();
    const fetch = (): Promise<Response> => Promise.resolve(new Response('{}', {status: 429}));
    const edges = {fetch, sleep: clock.sleep, now: clock.now, pageStart: clock.now()};
    const page = visitor().open({edges});
    expect([await page.settled(), clock.pauses]).to.deep.equal(['failed', []]);
    page.leave();
    const {ladder} = monitoringMemory.read(await visitor().stored());
    expect(ladder).to.deep.equal({failures: 0, notBefore: clock.now() + 600_000});
    const next = visitor().open({edges: {...edges, fetch: undefined}});
    await waitUntil(() => clock.pauses.length === 1, 'the next page waits');
    expect([clock.pauses, (await visitor().queries()).length]).to.deep.equal([[600_000], 0]);
    await clock.pass(600_000);
    expect(await next.settled()).to.equal('expose');
  });
});
