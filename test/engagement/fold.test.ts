import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementState} from '../../src/engagement/state.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {createOffer, createScriptedSource} from '../support/fakes/scripted-source.js';
import {waitUntil} from '../support/wait-until.js';

interface Tab {
  readonly session: EngagementSession;
  readonly state: () => EngagementState;
  readonly facts: string[];
  close(): void;
}

describe('What a visitor has folded', () => {
  const [offer, another] = [createOffer('a'), createOffer('b')];
  let key: string;
  let tabs: Tab[];

  beforeEach(() => {
    key = crypto.randomUUID();
    tabs = [];
  });

  afterEach(() => tabs.forEach((tab) => tab.close()));

  /** Opens a page whose source has this to say at every start. */
  async function open(type: 'expose' | 'conversation' = 'expose', said = offer): Promise<Tab> {
    const source = createScriptedSource();
    const start = source.start.bind(source);
    source.start = (report, ...rest) => {
      start(report, ...rest);
      report({type, offer: said});
    };
    const session = createEngagementSession({sources: [source], visits: createVisitStore({key})});
    const life = new AbortController();
    const facts: string[] = [];
    session.subscribe(({fact}) => facts.push(fact.type));
    session.start(life.signal);
    await waitUntil(() => source.starts.length > 0);
    const tab: Tab = {session, facts, state: () => session.state, close: () => life.abort()};
    tabs.push(tab);
    return tab;
  }

  const stored = async (): Promise<unknown> => (await createVisitStore({key}).read()).folded;

  const isStored = (folded: unknown): Promise<void> =>
    waitUntil(async () => JSON.stringify(await stored()) === JSON.stringify(folded));

  for (const type of ['expose', 'conversation'] as const) {
    it(`stays folded on the next page and in other tabs, with ${type}`, async () => {
      const [tab, other] = [await open(type), await open(type)];
      tab.session.fold(2);
      expect(tab.state()).to.deep.equal({name: type, offer, folded: 2});
      await waitUntil(() => tab.facts.includes('fold') && other.facts.includes('fold'));
      expect(other.state()).to.deep.equal({name: type, offer, folded: 2});
      tab.close();
      const next = await open(type);
      expect(next.state()).to.deep.equal({name: type, offer, folded: 2});
      expect(next.facts).to.deep.equal(['start', type]);
    });
  }

  it('stays folded when the source reports it again', async () => {
    const tab = await open();
    tab.session.fold();
    await isStored({a: 0});
    tab.session.refresh();
    await waitUntil(() => tab.facts.filter((fact) => fact === 'expose').length > 1);
    expect(tab.state()).to.deep.equal({name: 'expose', offer, folded: 0});
  });

  it('does not fold another offer', async () => {
    (await open()).session.fold();
    await isStored({a: 0});
    expect((await open('expose', another)).state()).to.deep.equal({name: 'expose', offer: another});
  });

  it('is open again everywhere after unfold()', async () => {
    const [tab, other] = [await open(), await open()];
    tab.session.fold();
    await waitUntil(() => 'folded' in other.state());
    tab.session.unfold();
    expect(tab.state()).to.deep.equal({name: 'expose', offer});
    await waitUntil(() => !('folded' in other.state()));
    await isStored({});
    expect((await open()).state()).to.deep.equal({name: 'expose', offer});
  });

  it('is told once, however often it is said', async () => {
    const tab = await open();
    for (const act of ['unfold', 'fold', 'fold', 'unfold', 'unfold'] as const) tab.session[act]();
    await isStored({});
    expect(tab.facts.filter((fact) => fact === 'fold')).to.have.lengthOf(2);
  });

  it('is nothing without an offer', async () => {
    const tab = await open();
    tab.session.dismiss();
    tab.session.fold();
    expect(tab.state().name).to.equal('dismissed');
    expect(await stored()).to.equal(undefined);
  });

  for (const method of ['reset', 'revoke'] as const) {
    it(`is forgotten by ${method}()`, async () => {
      const tab = await open();
      tab.session.fold();
      await isStored({a: 0});
      await tab.session[method]();
      expect((await open()).state()).to.deep.equal({name: 'expose', offer});
    });
  }

  it('is remembered of a hundred offers at most', async () => {
    const store = createVisitStore({key});
    const many = Object.fromEntries(Array.from({length: 100}, (_, index) => [`offer-${index}`, 0]));
    await store.update((visit) => ({...visit, folded: many}));
    (await open()).session.fold();
    await waitUntil(async () => 'a' in Object((await createVisitStore({key}).read()).folded));
    const folded = Object.keys((await createVisitStore({key}).read()).folded ?? {});
    expect([folded.length, folded[0], folded.at(-1)]).to.deep.equal([100, 'offer-1', 'a']);
  });
});
