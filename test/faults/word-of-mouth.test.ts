import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import {createDatabase, type DatabaseOptions} from '../../src/visit/database.js';
import {createVisitStore, type VisitStore} from '../../src/visit/visit-store.js';
import {throwingOpen} from '../support/databases.js';
import {createOffer, createScriptedSource} from '../support/fakes/scripted-source.js';
import {waitUntil} from '../support/wait-until.js';

const broken: DatabaseOptions = {
  factory: () => new Proxy(indexedDB, {get: () => throwingOpen}),
  patience: 50,
};

describe('F14: Tabs, one of which at least has no storage,', () => {
  let key: string;
  let life: AbortController;

  beforeEach(() => {
    key = crypto.randomUUID();
    life = new AbortController();
  });
  afterEach(() => life.abort());

  async function openTab(storage?: DatabaseOptions): Promise<{session: EngagementSession; visits: VisitStore}> {
    const visits = createVisitStore({key, database: createDatabase(storage)});
    const source = createScriptedSource();
    const session = createEngagementSession({sources: [source], visits});
    session.start(life.signal);
    await waitUntil(() => source.starts.length === 1, 'the source is asked');
    source.say({type: 'expose', offer: createOffer('offer')});
    return {session, visits};
  }

  const wishes = {
    dismiss: [(session: EngagementSession) => session.dismiss(), 'dismissed'],
    accept: [(session: EngagementSession) => session.accept(), 'accepted'],
    snooze: [(session: EngagementSession) => session.snooze(60), 'dismissed'],
    optOut: [(session: EngagementSession) => session.optOut(), 'dismissed'],
  } as const;

  for (const [tabs, here, there] of [
    ['two without', broken, broken],
    ['one without and one with', broken, undefined],
    ['one with and one without', undefined, broken],
  ] as const) {
    for (const [name, [act, state]] of Object.entries(wishes)) {
      it(`tell each other of ${name}(): ${tabs}`, async () => {
        const [one, other] = [await openTab(here), await openTab(there)];
        act(one.session);
        await waitUntil(() => other.session.state.name === state, 'the other tab follows');
        expect(other.session.state.name).to.equal(state);
      });
    }

    it(`tell each other what is folded and unfolded: ${tabs}`, async () => {
      const [one, other] = [await openTab(here), await openTab(there)];
      const folded = () => ('folded' in other.session.state ? other.session.state.folded : undefined);
      one.session.fold(2);
      await waitUntil(() => folded() === 2, 'it is folded');
      one.session.unfold();
      await waitUntil(() => folded() === undefined, 'it is open again');
      expect(other.session.state.name).to.equal('expose');
    });
  }

  it('keep for the next page what a tab without one was told', async () => {
    const [one, other] = [await openTab(broken), await openTab()];
    one.session.optOut();
    await waitUntil(() => other.visits.current.optedOut, 'the other tab knows');
    expect(await createVisitStore({key}).read()).to.deep.equal({optedOut: true});
  });

  it('forget it together', async () => {
    const [one, other] = [await openTab(broken), await openTab(broken)];
    one.session.optOut();
    await waitUntil(() => other.visits.current.optedOut, 'the other tab knows');
    await one.session.reset();
    await waitUntil(() => !other.visits.current.optedOut, 'the other tab forgets');
    expect([one.visits.current, other.visits.current].map(Object.keys)).to.deep.equal([[], []]);
  });

  it('tell nothing about another visitor, and take no word that cannot be one', async () => {
    const {visits} = await openTab(broken);
    await visits.update((visit) => ({...visit, subject: 'bert'}));
    const channel = new BroadcastChannel(`web-engagement/${key}/wishes`);
    for (const message of [
      null,
      'cleared',
      {wishes: {optedOut: 'yes'}},
      {wishes: {snoozedUntil: {}}},
      {wishes: {optedOut: true}, subject: 'anna'},
      {wishes: {folded: {last: 1}}, subject: 'bert'},
    ]) {
      channel.postMessage(message);
    }
    await waitUntil(() => visits.current.folded, 'the last word is heard');
    channel.close();
    expect(visits.current).to.deep.equal({subject: 'bert', folded: {last: 1}});
  });
});
