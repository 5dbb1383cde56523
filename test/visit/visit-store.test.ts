import {expect} from '@open-wc/testing';
import {delMany, get, set} from 'idb-keyval';
import {createDatabase, type Database, type DatabaseOptions} from '../../src/visit/database.js';
import {createVisitStore, type VisitEvent, type VisitStore} from '../../src/visit/visit-store.js';
import {
  createEmptyDatabase,
  createGatedDatabase,
  deleteVisits,
  failingOpen,
  faultyFactory,
  hangingOpen,
  lateOpen,
  tamperedFactory,
  throwingOpen,
} from '../support/databases.js';
import {waitUntil} from '../support/wait-until.js';

const createStore = (key: string, options?: DatabaseOptions): VisitStore =>
  createVisitStore({key, database: createDatabase(options)});

/** A store that is watched, as a session does, and everything it told. */
function watch(store: VisitStore): {events: readonly VisitEvent[]; stop: () => void} {
  const events: VisitEvent[] = [];
  const stop = new AbortController();
  store.watch((event) => events.push(event), stop.signal);
  return {events, stop: () => stop.abort()};
}

function isClosed(connection: IDBDatabase | undefined): boolean {
  try {
    connection?.transaction('visits');
    return false;
  } catch {
    return true;
  }
}

/** Every connection that a database opens. */
function recordConnections(): {connections: readonly IDBDatabase[]; database: Database} {
  const connections: IDBDatabase[] = [];
  const factory = tamperedFactory((opened) => connections.push(opened));
  return {connections, database: createDatabase({factory})};
}

const known = {visitorId: 'v', sessionId: 's'};

describe('createVisitStore', () => {
  let key: string;

  /** A connection besides those of the stores. */
  let database: Database;

  beforeEach(() => {
    key = crypto.randomUUID();
    database = createDatabase();
  });
  afterEach(async () => {
    await delMany([key, `${key}/other`], database.use);
    database.close();
  });

  const stored = (): Promise<unknown> => get(key, database.use);

  it('knows on another page what was written on this one', async () => {
    await createStore(key).update(() => known);
    expect(await createStore(key).read()).to.deep.equal(known);
  });

  it('keeps visits of different accounts apart', async () => {
    await createStore(key).update(() => known);
    expect(await createStore(`${key}/other`).read()).to.deep.equal({});
  });

  it('loses no change when two tabs write at the same time', async () => {
    const tabs = [createStore(key), createStore(key)];
    await Promise.all(
      tabs.map((tab, index) =>
        tab.update((visit) => ({...visit, settled: {...visit.settled, [`offer ${index}`]: 'dismissed'}})),
      ),
    );
    expect(Object.keys((await createStore(key).read()).settled ?? {})).to.have.members(['offer 0', 'offer 1']);
  });

  it('tells other tabs of a change, and not its own', async () => {
    const [mine, other] = [createStore(key), createStore(key)];
    const [own, others] = [watch(mine), watch(other)];
    await mine.update(() => known);
    await waitUntil(() => others.events.length > 0, 'the other tab hears of it');
    expect(others.events).to.deep.equal([{type: 'changed', visit: known}]);
    expect(own.events).to.deep.equal([]);
    own.stop();
    others.stop();
  });

  it('forgets the visit in all tabs', async () => {
    const [mine, other] = [createStore(key), createStore(key)];
    const {events, stop} = watch(other);
    await mine.update(() => known);
    await waitUntil(() => events.length > 0, 'the other tab hears of the visit');
    await mine.clear();
    await waitUntil(() => events.at(-1)?.type === 'cleared', 'the other tab hears that it is forgotten');
    expect([other.current, await createStore(key).read()]).to.deep.equal([{}, {}]);
    stop();
  });

  describe('erase()', () => {
    const names = async (): Promise<readonly unknown[]> => (await indexedDB.databases()).map(({name}) => name);

    it('leaves no database, though other tabs have it open, and nothing writes there any more', async () => {
      await deleteVisits();
      const [mine, other] = [createStore(key), createStore(key)];
      const {events, stop} = watch(other);
      await mine.update(() => known);
      await waitUntil(() => events.length > 0, 'the other tab hears of the visit');
      await mine.erase();
      await waitUntil(() => events.at(-1)?.type === 'erased');
      await Promise.all([mine.update(() => known), other.update(() => known), mine.read()]);
      await waitUntil(async () => (await names()).length === 0);
      expect([mine.current, other.current]).to.deep.equal([{}, {}]);
      stop();
    });

    it('leaves the visits of other accounts', async () => {
      await createStore(`${key}/other`).update(() => known);
      const store = createStore(key);
      await store.update(() => known);
      await store.erase();
      expect(await names()).to.include('web-engagement');
      expect([await createStore(key).read(), await createStore(`${key}/other`).read()]).to.deep.equal([{}, known]);
    });

    it('erases what another tab is about to write', async () => {
      const [mine, other] = [createStore(key), createStore(key)];
      const {events, stop} = watch(other);
      const late = other.update(() => known);
      await mine.erase();
      await late;
      await waitUntil(() => events.at(-1)?.type === 'erased');
      await waitUntil(async () => !(await createStore(key).read()).visitorId, 'what it wrote is erased');
      stop();
    });

    it('is undone when the visit is watched anew', async () => {
      const store = createStore(key);
      await store.erase();
      const {stop} = watch(store);
      await store.update(() => known);
      expect(await createStore(key).read()).to.deep.equal(known);
      stop();
    });

    for (const [title, open] of [
      ['never answers', hangingOpen],
      ['throws', throwingOpen],
    ] as const) {
      it(`resolves where the browser's storage ${title}`, async () => {
        const store = createStore(key, {factory: faultyFactory(open, open, open, open), patience: 30});
        await store.update(() => known);
        await store.erase();
        expect(store.current).to.deep.equal({});
      });
    }
  });

  for (const [title, record] of [
    ['of another shape', {visitorId: 7}],
    ['with a snooze that is no time', {...known, snoozedUntil: 'tomorrow'}],
    ['with an opt-out that is neither yes nor no', {...known, optedOut: 'yes'}],
    ['that is no record', 'garbage'],
  ] as const) {
    it(`takes a stored record ${title} for no visit`, async () => {
      await set(key, record, createDatabase().use);
      expect(await createStore(key).read()).to.deep.equal({});
    });
  }

  describe('when storage misbehaves', () => {
    it('works from memory when an open is never answered, and waits for it only once', async () => {
      let opens = 0;
      const open = (): IDBOpenDBRequest => {
        opens += 1;
        return hangingOpen();
      };
      const store = createStore(key, {factory: faultyFactory(open, open, open), patience: 50});
      const {events, stop} = watch(store);
      await store.read();
      const opened = opens;
      await store.update(() => known);
      expect(opens).to.equal(opened);
      expect([store.storage, await store.read()]).to.deep.equal(['memory', known]);
      expect(events.map(({type}) => type)).to.deep.equal(['storage-failed']);
      stop();
    });

    it('takes up a database that opens late, with what was learned meanwhile', async () => {
      const store = createStore(key, {factory: faultyFactory(lateOpen(200)), patience: 50});
      await store.update(() => known);
      expect(store.storage).to.equal('memory');
      await waitUntil(() => store.storage === 'indexeddb', 'the database is taken up');
      await waitUntil(async () => (await createStore(key).read()).visitorId, 'the visit is written');
      expect(await createStore(key).read()).to.deep.equal(known);
    });

    it('works from memory when opening throws', async () => {
      const store = createStore(key, {factory: faultyFactory(throwingOpen, throwingOpen)});
      await store.update(() => known);
      expect([store.storage, store.current]).to.deep.equal(['memory', known]);
    });

    it('works from memory where even the name indexedDB throws', async () => {
      const store = createStore(key, {factory: throwingOpen});
      expect(await store.read()).to.deep.equal({});
      expect(store.storage).to.equal('memory');
    });

    it('names the cause in the one error it tells', async () => {
      const store = createStore(key, {factory: throwingOpen});
      const {events, stop} = watch(store);
      await Promise.all([store.read(), store.update(() => known), store.clear()]);
      expect(events).to.have.lengthOf(1);
      const [event] = events;
      expect(event?.type === 'storage-failed' && event.error.message).to.contain('got SecurityError');
      stop();
    });

    it('tries again when an open fails once', async () => {
      const store = createStore(key, {factory: faultyFactory(failingOpen)});
      await store.update(() => known);
      expect([store.storage, await createStore(key).read()]).to.deep.equal(['indexeddb', known]);
    });

    it('opens again when its connection was closed under it', async () => {
      const connections: IDBDatabase[] = [];
      const store = createStore(key, {factory: tamperedFactory((database) => connections.push(database))});
      const {stop} = watch(store);
      await store.update(() => known);
      connections[0]?.close();
      expect(await store.read()).to.deep.equal(known);
      expect([store.storage, connections.length]).to.deep.equal(['indexeddb', 2]);
      stop();
    });

    it('creates its store in a database that has none, and keeps the database', async () => {
      await deleteVisits();
      await createEmptyDatabase();
      const store = createStore(key);
      await store.update(() => known);
      expect([store.storage, await createStore(key).read()]).to.deep.equal(['indexeddb', known]);
      await deleteVisits();
    });

    it('lets another tab delete the database at once, and starts anew', async () => {
      const store = createStore(key);
      const {stop} = watch(store);
      await store.update(() => known);
      expect(await deleteVisits()).to.equal(false);
      expect([store.storage, await store.read()]).to.deep.equal(['indexeddb', {}]);
      stop();
    });

    it('gives an error with a name when a transaction aborts, which rejects with null', async () => {
      const abortWrites = tamperedFactory((database) => {
        const transaction = database.transaction.bind(database);
        database.transaction = (names, mode) => {
          const begun = transaction(names, mode);
          if (mode === 'readwrite') begun.objectStore('visits').get('anything').onsuccess = () => begun.abort();
          return begun;
        };
      });
      const store = createStore(key, {factory: abortWrites});
      const {events, stop} = watch(store);
      await store.update(() => known);
      const [event] = events;
      expect(event?.type === 'storage-failed' && event.error.name).to.equal('StorageError');
      expect(store.current).to.deep.equal(known);
      stop();
    });
  });

  it('resolves a change with all that is stored, though it was never read', async () => {
    await createStore(key).update(() => known);
    const store = createStore(key);
    const changed = await store.update((visit) => ({...visit, optedOut: true}));
    expect([changed, store.current]).to.deep.equal([
      {...known, optedOut: true},
      {...known, optedOut: true},
    ]);
  });

  for (const when of ['before', 'after'] as const) {
    it(`keeps nothing of a change when the visit is forgotten ${when} it is written`, async () => {
      const {database, open} = createGatedDatabase(when);
      const store = createVisitStore({key, database});
      const changes: unknown[] = [];
      const change = store.update((visit) => {
        changes.push(visit);
        return known;
      });
      if (when === 'after') await waitUntil(stored, 'the change is written');
      await store.clear();
      open();
      expect([await change, store.current, await createStore(key).read()]).to.deep.equal([{}, {}, {}]);
      expect(changes).to.have.lengthOf(when === 'before' ? 0 : 1);
    });
  }

  describe('clear()', () => {
    it('leaves an empty record for other pages where a session runs, and otherwise nothing', async () => {
      const store = createStore(key);
      const {stop} = watch(store);
      await store.update(() => known);
      await store.clear();
      expect(await stored()).to.deep.equal({});
      stop();
      await store.update(() => known);
      await store.clear();
      expect(await stored()).to.equal(undefined);
    });

    it('opens no database after erase()', async () => {
      const {connections, database} = recordConnections();
      const store = createVisitStore({key, database});
      await store.erase();
      const opened = connections.length;
      await store.clear();
      expect(connections).to.have.lengthOf(opened);
    });

    for (const [title, late, destroyed] of [
      ['deletes the whole database when it can change nothing there', undefined, 1],
      ['leaves a database alone that is still opening', new Promise(() => undefined), 0],
    ] as const) {
      it(title, async () => {
        let deletions = 0;
        const refuse = (): Promise<never> => Promise.reject(new DOMException('refused', 'UnknownError'));
        const destroy = async (): Promise<void> => {
          deletions += 1;
        };
        const database: Database = {use: refuse, lateOpening: () => late, close: () => undefined, destroy};
        const store = createVisitStore({key, database, current: known});
        await store.clear();
        expect([deletions, store.storage, store.current]).to.deep.equal([destroyed, 'memory', {}]);
      });
    }
  });

  describe('its connection', () => {
    it('stays open while the visit is watched', async () => {
      const {connections, database} = recordConnections();
      const store = createVisitStore({key, database});
      const {stop} = watch(store);
      await store.update(() => known);
      await store.clear();
      await store.read();
      expect(connections.map(isClosed)).to.deep.equal([false]);
      stop();
    });

    for (const [name, use] of [
      ['read()', (store: VisitStore) => store.read()],
      ['update()', (store: VisitStore) => store.update(() => known)],
      ['clear()', (store: VisitStore) => store.clear()],
    ] as const) {
      it(`is closed after ${name} when nobody watches`, async () => {
        await createStore(`${key}/other`).update(() => known);
        const {connections, database} = recordConnections();
        await use(createVisitStore({key, database}));
        await waitUntil(() => connections.every(isClosed), 'the connection is closed');
        expect(connections).to.have.lengthOf(1);
      });
    }
  });

  it('lets go of the database when it is watched no more', async () => {
    const connections: IDBDatabase[] = [];
    const store = createStore(key, {factory: tamperedFactory((database) => connections.push(database))});
    const {stop} = watch(store);
    await store.update(() => known);
    stop();
    await waitUntil(() => isClosed(connections[0]), 'the connection is closed');
  });
});
