import {expect} from '@open-wc/testing';
import {get, set} from 'idb-keyval';
import {createDatabase, type Database, type DatabaseOptions} from '../../src/visit/database.js';
import {
  createEmptyDatabase,
  deleteVisits,
  failingOpen,
  faultyFactory,
  hangingOpen,
  tamperedFactory,
} from '../support/databases.js';
import {rejection} from '../support/rejection.js';

/** An open that fails without a reason. */
const silentOpen = (): IDBOpenDBRequest => {
  const request = {error: null, onerror: undefined as (() => void) | undefined};
  setTimeout(() => request.onerror?.());
  return request as unknown as IDBOpenDBRequest;
};

/** Opens after another tab has deleted the database, and created it anew with a record. */
const openAnew = (name: string, version?: number): IDBOpenDBRequest => {
  indexedDB.deleteDatabase(name);
  const others = indexedDB.open(name);
  others.onupgradeneeded = () => others.result.createObjectStore('visits').put('of another tab', 'anew');
  others.onsuccess = () => others.result.close();
  return indexedDB.open(name, version);
};

describe('createDatabase', () => {
  let key: string;
  let database: Database | undefined;

  const create = (options?: DatabaseOptions): Database => (database = createDatabase(options));

  beforeEach(() => {
    key = crypto.randomUUID();
  });
  afterEach(() => database?.close());

  it('keeps its records where pages of every version look for them', async () => {
    await deleteVisits();
    let names: readonly string[] = [];
    const {use} = create({factory: tamperedFactory((opened) => (names = [...opened.objectStoreNames]))});
    await set(key, 'record', use);
    expect(await get(key, use)).to.equal('record');
    expect(names).to.deep.equal(['visits']);
    database?.close();
    await deleteVisits();
  });

  it('uses one connection until it is closed', async () => {
    const connections: IDBDatabase[] = [];
    const {use, close} = create({factory: tamperedFactory((opened) => connections.push(opened))});
    await Promise.all([get(key, use), get(key, use)]);
    await get(key, use);
    expect(connections).to.have.lengthOf(1);
    close();
    await get(key, use);
    expect(connections).to.have.lengthOf(2);
  });

  it('takes over the store that another tab has created while it was about to', async () => {
    await deleteVisits();
    await createEmptyDatabase();
    const open = (name: string, version?: number): IDBOpenDBRequest => indexedDB.open(name, version);
    const {use} = create({factory: faultyFactory(open, openAnew)});
    expect(await get('anew', use)).to.equal('of another tab');
    database?.close();
    await deleteVisits();
  });

  for (const [title, open, reason] of [
    ['the reason of the browser', failingOpen, {name: 'UnknownError', message: 'backing store'}],
    ['one of its own where the browser gives none', silentOpen, {name: 'Error', message: 'open failed'}],
    ['a timeout where the browser never answers', hangingOpen, {name: 'TimeoutError'}],
  ] as const) {
    it(`fails with ${title}`, async () => {
      const {use} = create({factory: faultyFactory(open, open), patience: 40});
      expect(await rejection(get(key, use))).to.include(reason);
    });
  }

  it('says in words that the database does not answer', async () => {
    const {use} = create({factory: faultyFactory(hangingOpen), patience: 40});
    expect(await rejection(get(key, use))).to.have.property('message', 'The database does not answer');
  });

  it('tells of an opening as long as it is not answered', async () => {
    const {use, lateOpening} = create({factory: faultyFactory(hangingOpen), patience: 40});
    expect(lateOpening()).to.equal(undefined);
    await rejection(get(key, use));
    expect(lateOpening()).to.be.instanceOf(Promise);
  });
});
