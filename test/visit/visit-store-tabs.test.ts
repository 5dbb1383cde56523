import {expect} from '@open-wc/testing';
import {del, get, set} from 'idb-keyval';
import {createDatabase, type Database, type DatabaseOptions} from '../../src/visit/database.js';
import type {Visit} from '../../src/visit/visit.js';
import {createVisitStore, type VisitEvent, type VisitStore} from '../../src/visit/visit-store.js';
import {overhear, type Overheard} from '../support/channels.js';
import {createGatedDatabase, throwingOpen} from '../support/databases.js';
import {nextTask} from '../support/fakes/test-clock.js';
import {waitUntil} from '../support/wait-until.js';

const known: Visit = {visitorId: 'v', sessionId: 's'};
const broken: DatabaseOptions = {factory: throwingOpen};

describe('What a visit store hears from other tabs and tells them:', () => {
  let key: string;
  let database: Database;
  let other: Overheard;
  let otherWishes: Overheard;
  let life: AbortController;

  beforeEach(() => {
    key = crypto.randomUUID();
    database = createDatabase();
    other = overhear(`web-engagement/${key}`);
    otherWishes = overhear(`web-engagement/${key}/wishes`);
    life = new AbortController();
  });
  afterEach(async () => {
    life.abort();
    other.close();
    otherWishes.close();
    await del(key, database.use);
    database.close();
  });

  const stored = (): Promise<unknown> => get(key, database.use);

  const createStore = (options?: DatabaseOptions, current?: Visit): VisitStore =>
    createVisitStore({key, database: createDatabase(options), current});

  function watch(store: VisitStore, signal = life.signal): readonly VisitEvent[] {
    const events: VisitEvent[] = [];
    store.watch((event) => events.push(event), signal);
    return events;
  }

  it('all that has happened is told, and nothing between erase() and the next watch', async () => {
    const store = createStore();
    await store.update(() => known);
    await store.clear();
    await store.erase();
    await store.update(() => known);
    await store.clear();
    watch(store);
    await store.update(() => known);
    await waitUntil(() => other.messages.length > 3, 'the other tab hears of the last change');
    expect(other.messages).to.deep.equal(['changed', 'cleared', 'erased', 'changed']);
  });

  it('the listener that stays is told when an earlier one leaves', async () => {
    const store = createStore();
    const first = new AbortController();
    watch(store, first.signal);
    const events = watch(store);
    first.abort();
    await set(key, known, database.use);
    other.say('changed');
    await waitUntil(() => events.length > 0, 'it is told');
    expect(events).to.deep.equal([{type: 'changed', visit: known}]);
  });

  it('a log-out elsewhere removes what this tab has stored', async () => {
    const store = createStore();
    const events = watch(store);
    await store.update(() => known);
    other.say('cleared');
    await waitUntil(async () => Object.keys((await stored()) as Visit).length === 0, 'the record is emptied');
    expect([store.current, events]).to.deep.equal([{}, [{type: 'cleared'}]]);
  });

  it('a log-out elsewhere leaves a visitor whom this tab has never seen', async () => {
    const store = createStore();
    const events = watch(store);
    await set(key, known, database.use);
    other.say('cleared');
    await waitUntil(() => events.length > 0, 'the log-out is heard');
    expect([await store.read(), await stored()]).to.deep.equal([known, known]);
  });

  describe('without a listener', () => {
    let uncaught: unknown[];
    const hear = ({reason}: PromiseRejectionEvent): unknown => uncaught.push(reason);

    beforeEach(() => {
      uncaught = [];
      window.addEventListener('unhandledrejection', hear);
    });
    afterEach(() => window.removeEventListener('unhandledrejection', hear));

    for (const [title, say, isTaken] of [
      ['a change', () => other.say('changed'), ({visitorId}: Visit) => visitorId],
      ['wishes', () => otherWishes.say({wishes: {optedOut: true}, isStored: false}), ({optedOut}: Visit) => optedOut],
    ] as const) {
      it(`${title} heard just before the listener left is taken over quietly`, async () => {
        const {database: gated, isUsed, open} = createGatedDatabase('before');
        const store = createVisitStore({key, database: gated});
        await set(key, known, database.use);
        watch(store);
        say();
        await waitUntil(isUsed, 'it is heard');
        life.abort();
        open();
        await waitUntil(() => isTaken(store.current), 'it is taken over');
        await nextTask();
        expect(uncaught).to.deep.equal([]);
      });
    }

    it('another visitor is found quietly, and the database stays in use', async () => {
      const store = createStore();
      await store.update(() => ({visitorId: 'v', subject: 'a'}));
      await set(key, {visitorId: 'w', subject: 'b'}, database.use);
      expect(await store.read()).to.deep.equal({visitorId: 'w', subject: 'b'});
      expect(store.storage).to.equal('indexeddb');
    });
  });

  describe('wishes', () => {
    it('are told to the listener with the visit that holds them', async () => {
      const store = createStore();
      await store.update(() => known);
      const events = watch(store);
      otherWishes.say({wishes: {optedOut: true}, isStored: false});
      await waitUntil(() => events.length > 0, 'the listener is told');
      const visit = {...known, optedOut: true};
      expect([events, await stored()]).to.deep.equal([[{type: 'changed', visit}], visit]);
    });

    for (const [mine, theirs, isTaken] of [
      [undefined, undefined, true],
      ['a', undefined, true],
      [undefined, 'b', true],
      ['a', 'a', true],
      ['a', 'b', false],
    ] as const) {
      const title = `are ${isTaken ? 'taken' : 'refused'} from ${theirs ?? 'nobody'} by ${mine ?? 'nobody'}, by log-in`;
      it(`${title}, where nothing can be stored`, async () => {
        const store = createStore(broken, {subject: mine});
        watch(store);
        await store.read();
        otherWishes.say({wishes: {optedOut: true}, isStored: true, subject: theirs});
        otherWishes.say({wishes: {snoozedUntil: 5}, isStored: true, subject: mine});
        await waitUntil(() => store.current.snoozedUntil, 'what came last is taken');
        expect(store.current.optedOut).to.equal(isTaken ? true : undefined);
      });
    }

    it('are not told again by a tab that can store nothing', async () => {
      const store = createStore(broken);
      watch(store);
      await store.read();
      otherWishes.say({wishes: {optedOut: true}, isStored: true});
      await waitUntil(() => store.current.optedOut, 'they are taken');
      await store.clear();
      await waitUntil(() => other.messages.length > 0, 'the other tab hears of the log-out');
      expect([other.messages, otherWishes.messages]).to.deep.equal([['cleared'], []]);
    });
  });
});
