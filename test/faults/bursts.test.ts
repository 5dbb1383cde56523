import {expect} from '@open-wc/testing';
import {createDatabase} from '../../src/visit/database.js';
import {createVisitSlice} from '../../src/visit/visit-slice.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

const tour = createVisitSlice<{step?: number}>({step: 'number'});

describe('A thousand times at once', () => {
  const visitor = useVisitor();

  it('D15: a page refreshes, and asks once', async () => {
    const page = visitor().open();
    await page.settled();
    for (let time = 0; time < 1_000; time += 1) page.session.refresh();
    await waitUntil(async () => (await visitor().queries()).length > 1, 'the page asks');
    await page.settled();
    expect(await visitor().queries()).to.have.length(2);
  });

  it('D15: a page changes what is stored, and no change is lost', async () => {
    // A thousand transactions take a busy machine longer than a storage may usually take.
    const database = createDatabase({patience: 60_000});
    const store = createVisitStore({key: visitor().account.accountId, database});
    const stop = new AbortController();
    store.watch(() => undefined, stop.signal);
    const goOn = () => store.update((visit) => tour.write(visit, {step: (tour.read(visit).step ?? 0) + 1}));
    await Promise.all(Array.from({length: 1_000}, goOn));
    expect([tour.read(store.current).step, store.storage, (await visitor().stored())['step']]).to.deep.equal([
      1_000,
      'indexeddb',
      1_000,
    ]);
    stop.abort();
  });
});
