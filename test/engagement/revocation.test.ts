import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import {createVisitStore, type VisitStore} from '../../src/visit/visit-store.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../support/fakes/scripted-source.js';
import {waitUntil} from '../support/wait-until.js';

interface Tab {
  readonly session: EngagementSession;
  readonly source: ScriptedSource;
  readonly visits: VisitStore;
  readonly causes: readonly string[];
  rest(): void;
  start(): void;
}

describe('A session whose consent is withdrawn', () => {
  const offer = createOffer('a');
  let key: string;
  let tabs: Tab[];

  beforeEach(() => {
    key = crypto.randomUUID();
    tabs = [];
  });

  afterEach(() => tabs.forEach((tab) => tab.rest()));

  async function open(): Promise<Tab> {
    const source = createScriptedSource();
    const visits = createVisitStore({key});
    const session = createEngagementSession({sources: [source], visits});
    const causes: string[] = [];
    session.subscribe(({fact}) => causes.push(fact.type));
    let life: AbortController;
    const start = (): void => {
      life = new AbortController();
      session.start(life.signal);
    };
    const tab = {session, source, visits, causes, rest: () => life.abort(), start};
    tabs.push(tab);
    start();
    await waitUntil(() => source.starts.length > 0);
    source.say({type: 'expose', offer});
    return tab;
  }

  it('ends in every tab, at once in its own, and tells why', async () => {
    const [tab, other] = [await open(), await open()];
    await tab.visits.update((visit) => ({...visit, visitorId: 'v'}));
    const done = tab.session.revoke();
    expect([tab.session.state.name, tab.source.starts[0]?.aborted]).to.deep.equal(['idle', true]);
    await done;
    await waitUntil(() => other.session.state.name === 'idle');
    expect([other.source.starts[0]?.aborted, other.causes.at(-1)]).to.deep.equal([true, 'revoke']);
    expect(await createVisitStore({key}).read()).to.deep.equal({});
  });

  it('stays ended whatever the page asks of it, in every tab', async () => {
    const [tab, other] = [await open(), await open()];
    await tab.session.revoke();
    await waitUntil(() => other.session.state.name === 'idle');
    for (const {session} of [tab, other]) {
      session.refresh();
      session.snooze(60);
      session.optOut();
      session.dismiss();
    }
    const next = await open();
    expect([tab.source.starts.length, other.source.starts.length]).to.deep.equal([1, 1]);
    expect(next.visits.current).to.deep.equal({});
  });

  it('tells the platform no refusal that the visitor did not make', async () => {
    const tab = await open();
    await tab.session.revoke();
    tab.rest();
    expect(tab.source.acts).to.deep.equal([]);
  });

  it('runs again when it is started anew, with nothing known, and remembers again', async () => {
    const tab = await open();
    await tab.visits.update((visit) => ({...visit, visitorId: 'v'}));
    await tab.session.revoke();
    tab.start();
    await waitUntil(() => tab.source.starts.length === 2);
    expect(tab.visits.current).to.deep.equal({});
    await tab.visits.update((visit) => ({...visit, visitorId: 'w'}));
    expect(await createVisitStore({key}).read()).to.deep.equal({visitorId: 'w'});
  });

  it('does not wake up from the back/forward cache', async () => {
    const [tab, other] = [await open(), await open()];
    await other.visits.update((visit) => ({...visit, visitorId: 'v'}));
    await waitUntil(() => tab.visits.current.visitorId === 'v', 'the other tab knows the visitor');
    tab.rest();
    await other.session.revoke();
    tab.start();
    await waitUntil(() => tab.session.state.name === 'idle');
    expect([tab.source.starts.length, tab.causes.at(-1)]).to.deep.equal([1, 'revoke']);
  });
});
