import {expect} from '@open-wc/testing';
import {createDatabase} from '../../src/visit/database.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {failingWrites, faultyFactory, lateOpen, throwingOpen} from '../support/databases.js';
import {messagesArrive} from '../support/fakes/tabs.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

describe('A visitor who logs out', () => {
  const visitor = useVisitor();

  const idsOfNextPage = async (): Promise<readonly unknown[]> => {
    await visitor().visit();
    const {vid, sid} = (await visitor().queries()).at(-1) ?? {};
    return [vid, sid];
  };

  it('F2: is forgotten though a full disk has refused a write before', async () => {
    await visitor().visit();
    const page = visitor().open({storage: {factory: failingWrites('QuotaExceededError', 2)}});
    await page.settled();
    expect(page.session.storage).to.equal('memory');
    await page.session.reset();
    expect([await idsOfNextPage(), page.visits.current]).to.deep.equal([[undefined, undefined], {}]);
  });

  it('F2: is forgotten though the disk refuses every write', async () => {
    await visitor().visit();
    const page = visitor().open({storage: {factory: failingWrites('QuotaExceededError', Infinity)}});
    await page.settled();
    await page.session.reset();
    expect(await idsOfNextPage()).to.deep.equal([undefined, undefined]);
  });

  it('F2: is forgotten where the database refuses even to delete a record', async () => {
    await visitor().visit();
    const page = visitor().open({storage: {factory: failingWrites('UnknownError', Infinity, 'delete')}});
    await page.settled();
    await page.session.reset();
    expect(await idsOfNextPage()).to.deep.equal([undefined, undefined]);
  });

  it('F2: is forgotten by a tab that could not store anything', async () => {
    const other = visitor().open({storage: {factory: faultyFactory(throwingOpen, throwingOpen, throwingOpen)}});
    await other.settled();
    const page = visitor().open();
    await page.settled();
    await page.session.reset();
    await waitUntil(() => other.session.state.name === 'idle', 'the other tab hears of it');
    expect(other.visits.current).to.deep.equal({});
  });

  it('F2: tells the other tabs before it is done, and each forgets what it writes meanwhile', async () => {
    const {accountId: key} = visitor().account;
    const [mine, other] = [createVisitStore({key}), createVisitStore({key})];
    const stop = new AbortController();
    other.watch(() => undefined, stop.signal);
    await other.update(() => ({visitorId: 'v'}));
    const late = other.update((visit) => ({...visit, sessionId: 's'}));
    await Promise.all([mine.clear(), late]);
    await messagesArrive();
    await waitUntil(async () => Object.keys(await visitor().stored()).length === 0, 'nothing is stored');
    stop.abort();
  });

  it('F2: leaves to the next visitor what they have begun, though a tab hears late of the log-out', async () => {
    const {accountId: key} = visitor().account;
    const other = createVisitStore({key});
    await other.update(() => ({visitorId: 'v'}));
    await createVisitStore({key}).clear();
    await createVisitStore({key}).update(() => ({visitorId: 'w'}));
    const stop = new AbortController();
    other.watch(() => undefined, stop.signal);
    new BroadcastChannel(`web-engagement/${key}`).postMessage('cleared');
    await messagesArrive();
    await other.read();
    expect(await visitor().stored()).to.deep.equal({visitorId: 'w'});
    stop.abort();
  });

  it('F3: is forgotten by a database that opens after they have logged out', async () => {
    await visitor().visit();
    const page = visitor().open({storage: {factory: faultyFactory(lateOpen(400)), patience: 60}});
    await page.settled();
    await page.session.reset();
    await waitUntil(() => page.session.storage === 'indexeddb', 'the database has opened');
    await page.visits.read();
    expect([await visitor().stored(), page.visits.current]).to.deep.equal([{}, {}]);
  });

  it('F3: is forgotten by a write that was late when they logged out', async () => {
    const {accountId: key} = visitor().account;
    await createVisitStore({key}).update(() => ({visitorId: 'v'}));
    const slow = createVisitStore({
      key,
      database: createDatabase({factory: faultyFactory(lateOpen(300)), patience: 40}),
    });
    await slow.update((visit) => ({...visit, sessionId: 's'}));
    await slow.clear();
    await slow.update((visit) => ({...visit, sessionId: 'of the next one'}));
    await waitUntil(() => slow.storage === 'indexeddb', 'the database has opened');
    await waitUntil(async () => (await visitor().stored())['sessionId'], 'what was learned since is stored');
    expect(await visitor().stored()).to.deep.equal({sessionId: 'of the next one'});
  });

  describe('F4: on a page that comes back from the back/forward cache', () => {
    for (const [title, act] of [
      ['refresh()', undefined],
      ['refresh(), when somebody else was there meanwhile', () => visitor().visit()],
    ] as const) {
      it(`is nobody until ${title}`, async () => {
        const page = visitor().open();
        await page.settled();
        page.leave();
        const other = visitor().open();
        await other.settled();
        await other.session.reset();
        other.leave();
        await act?.();
        const asked = (await visitor().queries()).length;
        page.comeBack();
        await waitUntil(() => page.session.state.name === 'idle', 'the offer is taken away');
        expect([page.facts.at(-1)?.type, (await visitor().queries()).length]).to.deep.equal(['reset', asked]);
        page.session.refresh();
        expect([await page.settled(), (await visitor().queries()).length]).to.deep.equal(['expose', asked + 1]);
      });
    }

    it('stays nobody when they have logged out on that page', async () => {
      const page = visitor().open();
      await page.settled();
      await page.session.reset();
      page.leave();
      page.comeBack();
      await messagesArrive();
      expect([page.session.state.name, (await visitor().queries()).length]).to.deep.equal(['idle', 1]);
    });
  });
});
