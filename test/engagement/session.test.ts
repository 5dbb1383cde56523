import {expect} from '@open-wc/testing';
import type {EngagementChange, EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../support/fakes/scripted-source.js';
import {waitUntil} from '../support/wait-until.js';

interface Tab {
  readonly session: EngagementSession;
  readonly source: ScriptedSource;
  readonly changes: readonly EngagementChange[];
  close(): void;
}

/** Opens a tab with one source that has been started. */
async function openTab(key: string): Promise<Tab> {
  const source = createScriptedSource();
  const session = createEngagementSession({sources: [source], visits: createVisitStore({key})});
  const changes: EngagementChange[] = [];
  session.subscribe((change) => changes.push(change));
  const life = new AbortController();
  session.start(life.signal);
  await waitUntil(() => source.starts.length > 0);
  return {session, source, changes, close: () => life.abort()};
}

describe('createEngagementSession', () => {
  const offer = createOffer('a');
  let key: string;
  let tab: Tab;

  beforeEach(async () => {
    key = crypto.randomUUID();
    tab = await openTab(key);
  });

  afterEach(() => tab.close());

  it('tells its subscribers every fact with the states around it', () => {
    tab.source.say({type: 'expose', offer});
    expect(tab.changes.map(({fact, from, to}) => [fact.type, from.name, to.name])).to.deep.equal([
      ['start', 'idle', 'connecting'],
      ['expose', 'connecting', 'expose'],
    ]);
  });

  it('tells a subscriber nothing after it has left', () => {
    let calls = 0;
    const leave = tab.session.subscribe(() => calls++);
    leave();
    tab.source.say({type: 'expose', offer});
    expect(calls).to.equal(0);
  });

  it('reports a subscriber that throws, and stops neither the others nor itself', async () => {
    const reported: unknown[] = [];
    const problem = new Error('of the page');
    const source = createScriptedSource();
    const visits = createVisitStore({key: `${key}/throwing`});
    const reportError = (error: unknown): unknown => reported.push(error);
    const session = createEngagementSession({sources: [source], visits, reportError});
    const states: string[] = [];
    session.subscribe(() => {
      throw problem;
    });
    session.subscribe(({to}) => states.push(to.name));
    const life = new AbortController();
    session.start(life.signal);
    await waitUntil(() => source.starts.length > 0);
    source.say({type: 'expose', offer});
    session.accept();
    expect(states).to.deep.equal(['connecting', 'expose', 'accepted']);
    expect(reported).to.deep.equal([problem, problem, problem]);
    expect(source.acts).to.deep.equal([['accepted', 'a']]);
    life.abort();
  });

  it('tells the source once that an offer was shown, and what the visitor did with it', () => {
    tab.source.say({type: 'expose', offer});
    tab.session.shown();
    tab.session.shown();
    tab.session.accept();
    tab.session.accept();
    expect(tab.source.acts).to.deep.equal([
      ['shown', 'a'],
      ['accepted', 'a'],
    ]);
  });

  it('tells the source nothing of an offer that a session before it has shown on the page', async () => {
    const page = {};
    await createVisitStore({key}).update((visit) => ({...visit, visitorId: 'v'}));
    const show = async (id: string): Promise<ScriptedSource> => {
      const source = createScriptedSource();
      const session = createEngagementSession({sources: [source], visits: createVisitStore({key}), page});
      const life = new AbortController();
      session.start(life.signal);
      await waitUntil(() => source.starts.length > 0);
      source.say({type: 'expose', offer: createOffer(id)});
      session.shown();
      life.abort();
      return source;
    };
    const acts = [await show('a'), await show('a'), await show('b')].map((source) =>
      source.acts.filter(([act]) => act === 'shown'),
    );
    expect(acts).to.deep.equal([[['shown', 'a']], [], [['shown', 'b']]]);
    await createVisitStore({key}).erase();
    expect((await show('b')).acts).to.deep.include(['shown', 'b']);
  });

  it('does not show again on the next page what was dismissed on this one', async () => {
    tab.source.say({type: 'expose', offer});
    tab.session.dismiss();
    await waitUntil(async () => (await createVisitStore({key}).read()).settled, 'the answer is written');
    const next = await openTab(key);
    next.source.say({type: 'expose', offer});
    expect(next.session.state.name).to.equal('dismissed');
    next.close();
  });

  for (const [act, name] of [
    ['accept', 'accepted'],
    ['dismiss', 'dismissed'],
  ] as const) {
    it(`takes an invitation away that was ${name} in another tab`, async () => {
      const other = await openTab(key);
      for (const {source} of [tab, other]) source.say({type: 'expose', offer});
      tab.session[act]();
      await waitUntil(() => other.session.state.name === name);
      expect(other.source.acts).to.deep.equal([]);
      other.close();
    });
  }

  it('forgets the visitor in all tabs, and asks nothing more', async () => {
    const other = await openTab(key);
    for (const {source} of [tab, other]) source.say({type: 'expose', offer});
    await tab.session.reset();
    await waitUntil(() => other.session.state.name === 'idle');
    expect(tab.session.state.name).to.equal('idle');
    expect([tab, other].map(({source}) => source.starts.map(({aborted}) => aborted))).to.deep.equal([[true], [true]]);
    other.close();
  });

  it('asks again after a reset when the page says so', async () => {
    await tab.session.reset();
    tab.session.refresh();
    await waitUntil(() => tab.source.starts.length === 2);
    expect(tab.session.state.name).to.equal('connecting');
  });

  it('takes no facts from a run that a refresh has ended', async () => {
    let late: (() => void) | undefined;
    const source = createScriptedSource();
    const start = source.start.bind(source);
    source.start = (report, ...rest) => {
      late ??= () => report({type: 'expose', offer});
      start(report, ...rest);
    };
    const session = createEngagementSession({sources: [source], visits: createVisitStore({key})});
    const life = new AbortController();
    session.start(life.signal);
    await waitUntil(() => source.starts.length === 1);
    session.refresh();
    late?.();
    expect(session.state.name).to.equal('connecting');
    life.abort();
  });

  it('runs until the last of those who started it has stopped', () => {
    const second = new AbortController();
    tab.session.start(second.signal);
    tab.close();
    expect(tab.source.starts.map(({aborted}) => aborted)).to.deep.equal([false]);
    second.abort();
    expect(tab.source.starts.map(({aborted}) => aborted)).to.deep.equal([true]);
  });

  it('starts nothing for a signal that has aborted', async () => {
    const source = createScriptedSource();
    const session = createEngagementSession({sources: [source], visits: createVisitStore({key})});
    session.start(AbortSignal.abort());
    // A session that runs has read the visit by then, and started its source.
    const other = await openTab(key);
    expect([source.starts.length, session.state.name]).to.deep.equal([0, 'idle']);
    other.close();
  });

  it('sends attributes to every source that takes them', async () => {
    await tab.session.report([{type: 'cart'}]);
    expect(tab.source.reports).to.deep.equal([[{type: 'cart'}]]);
  });
});
