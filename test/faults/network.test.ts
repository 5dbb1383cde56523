import {expect} from '@open-wc/testing';
import {createDatabase} from '../../src/visit/database.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {withTabLock} from '../../src/tabs/tab-lock.js';
import {monitoringMemory} from '../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {lateOpen, faultyFactory} from '../support/databases.js';
import {rejection} from '../support/rejection.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

/** Keeps the thread busy, in ms. */
function block(duration: number): void {
  for (const end = performance.now() + duration; performance.now() < end;);
}

describe('A visit', () => {
  const visitor = useVisitor();

  it('F8: is read by a page that keeps the thread busy for longer than the patience', async () => {
    const key = crypto.randomUUID();
    await createVisitStore({key}).update(() => ({visitorId: 'v'}));
    const factory = faultyFactory(lateOpen(60));
    const store = createVisitStore({key, database: createDatabase({factory, patience: 200})});
    const reading = store.read();
    block(300);
    expect([(await reading).visitorId, store.storage]).to.deep.equal(['v', 'indexeddb']);
  });

  it('F10: shares no answer of a clock that was ahead', async () => {
    await visitor().visit();
    const ahead = Date.now() + 3_600_000;
    await createVisitStore({key: visitor().account.accountId}).update((visit) => {
      const {answer} = monitoringMemory.read(visit);
      return monitoringMemory.write(visit, answer ? {answer: {...answer, at: ahead}} : {});
    });
    const page = visitor().open();
    await page.settled();
    page.session.refresh();
    await waitUntil(async () => (await visitor().queries()).length === 3, 'both have asked');
  });

  it('F12: keeps what a report brings back only with the visitor that it is about', async () => {
    const page = visitor().open();
    await page.settled();
    await page.visits.update(() => ({visitorId: 'of another tab', sessionId: 'of another tab'}));
    page.session.shown();
    await waitUntil(async () => (await visitor().account.exchanges()).length === 2, 'the impression is reported');
    await page.visits.read();
    await page.visits.read();
    expect(page.visits.current).to.include({visitorId: 'of another tab', sessionId: 'of another tab'});
  });

  it('F13: lets the other tabs go on as soon as a page is left whose provider never answers', async () => {
    const page = visitor().open({identityProvider: () => new Promise(() => undefined)});
    await waitUntil(async () =>
      (await navigator.locks.query()).held?.some(({name}) => name === visitor().account.accountId),
    );
    page.leave();
    expect(await visitor().visit()).to.equal('expose');
  });

  it('F13: ends a turn when its signal aborts, whatever its task does', async () => {
    const [name, stop] = [crypto.randomUUID(), new AbortController()];
    const stuck = rejection(withTabLock(name, () => new Promise(() => undefined), {signal: stop.signal}));
    const next = withTabLock(name, () => Promise.resolve('next'));
    stop.abort(new Error('gone'));
    expect([((await stuck) as Error).message, await next]).to.deep.equal(['gone', 'next']);
  });

  it('F21: tells the platform once of an offer that was shown while the page asked again', async () => {
    const page = visitor().open();
    await page.settled();
    page.session.shown();
    page.session.refresh();
    const reports = async (): Promise<readonly unknown[]> =>
      (await visitor().account.exchanges()).filter(({path}) => path.endsWith('/report'));
    await waitUntil(async () => (await reports()).length > 0, 'the impression is reported');
    await waitUntil(async () => (await visitor().queries()).length === 2, 'the page has asked again');
    expect(await reports()).to.have.lengthOf(1);
  });

  it('F22: heals itself of an id that no request can carry', async () => {
    await createVisitStore({key: visitor().account.accountId}).update(() => ({visitorId: 'v'.repeat(100_000)}));
    expect(await visitor().visit()).to.equal('expose');
    expect((await visitor().queries()).map(({vid}) => vid)).to.deep.equal([undefined]);
  });
});
