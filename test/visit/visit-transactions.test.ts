import {expect} from '@open-wc/testing';
import {del, get, set} from 'idb-keyval';
import {createDatabase, type Database} from '../../src/visit/database.js';
import type {Visit} from '../../src/visit/visit.js';
import {forgetVisit, readVisit, updateVisit} from '../../src/visit/visit-transactions.js';
import {failingWrites} from '../support/databases.js';
import {rejection} from '../support/rejection.js';

const known: Visit = {visitorId: 'v', optedOut: true};

describe('What happens to the visit in one transaction:', () => {
  let key: string;
  let database: Database;
  /** A database that refuses to write, and not to delete. */
  let full: Database;

  beforeEach(() => {
    key = crypto.randomUUID();
    database = createDatabase();
    full = createDatabase({factory: failingWrites('QuotaExceededError', Infinity)});
  });
  afterEach(async () => {
    await del(key, database.use);
    database.close();
    full.close();
  });

  const stored = (): Promise<unknown> => get(key, database.use);

  it('a change is written', async () => {
    await set(key, known, database.use);
    const changed = await updateVisit(key, (visit) => ({...visit, optedOut: false}), database.use);
    expect([changed, await stored()]).to.deep.equal([
      {visitorId: 'v', optedOut: false},
      {visitorId: 'v', optedOut: false},
    ]);
  });

  it('nothing is written when nothing changes', async () => {
    await set(key, known, database.use);
    expect(await updateVisit(key, (visit) => visit, full.use)).to.deep.equal(known);
  });

  it('a change that is refused rejects', async () => {
    const reason = await rejection(updateVisit(key, () => known, full.use));
    expect(reason).to.have.property('name', 'QuotaExceededError');
  });

  for (const [title, visitorId, isForgotten] of [
    ['that visitor is forgotten', 'v', true],
    ['whoever it is is forgotten when nobody is named', undefined, true],
    ['another visitor is not forgotten', 'w', false],
  ] as const) {
    it(`${title}, which leaves ${isForgotten ? 'an empty record' : 'all as it is'}`, async () => {
      await set(key, known, database.use);
      await forgetVisit(key, database.use, visitorId);
      expect(await stored()).to.deep.equal(isForgotten ? {} : known);
    });

    it(`${title} where nothing can be written any more`, async () => {
      await set(key, known, database.use);
      await forgetVisit(key, full.use, visitorId);
      expect(await stored()).to.deep.equal(isForgotten ? undefined : known);
    });
  }

  it('another visitor who came while the write was refused is not forgotten', async () => {
    let uses = 0;
    const use: Database['use'] = async (mode, callback) => {
      uses += 1;
      if (uses > 1) return database.use(mode, callback);
      await set(key, {visitorId: 'w'}, database.use);
      throw new DOMException('refused', 'QuotaExceededError');
    };
    await set(key, known, database.use);
    await forgetVisit(key, use, 'v');
    expect(await stored()).to.deep.equal({visitorId: 'w'});
  });

  it('no record is left where there was none to forget', async () => {
    await forgetVisit(key, database.use);
    expect([await stored(), await readVisit(key, database.use)]).to.deep.equal([undefined, {}]);
  });
});
