import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../../src/engagement/session.js';
import type {SourceFact} from '../../../src/engagement/source.js';
import {NetworkError} from '../../../src/http/errors.js';
import {FirstSession} from '../../../src/tag/first/first-session.js';
import {createScriptedSource} from '../../support/fakes/scripted-source.js';
import {leavePages, offer, settings, stage} from '../../support/first-session-stage.js';
import {waitUntil} from '../../support/wait-until.js';

describe('A session before its engine is here', () => {
  afterEach(leavePages);

  it('takes the invitation away at a snooze, and has it remembered when its engine has come', async () => {
    const {session, source, visits, facts, arrive} = stage();
    session.snooze(3_600);
    expect([session.state.name, facts], 'at once').to.deep.equal([
      'dismissed',
      ['expose → expose', 'dismiss → dismissed'],
    ]);
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => visits.current.snoozedUntil);
    expect(session.state.name).to.equal('dismissed');
  });

  it('tells nothing of a snooze that is none', () => {
    const {session, facts} = stage();
    session.snooze(-1);
    expect(facts).to.deep.equal(['expose → expose']);
  });

  it('folds the offer at once', () => {
    const {session} = stage();
    session.fold(3);
    expect(session.state).to.deep.equal({name: 'expose', offer, folded: 3});
  });

  it('opens a folded offer at once, and has it remembered when its engine has come', async () => {
    const visit = {folded: {[offer.id]: 2}};
    const {session, source, visits, arrive} = stage({visit});
    await visits.update(() => visit);
    session.unfold();
    expect(session.state, 'at once').to.deep.equal({name: 'expose', offer});
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => !(offer.id in (visits.current.folded ?? {})));
  });

  it('gives its engine what the page reports, and the messages that the page passes on', async () => {
    const {session, source, messages, arrive} = stage({result: 'unavailable', answer: undefined});
    session.notify({event: 'message'});
    const done = session.report([{type: 'cart'}]);
    await arrive();
    await done;
    await waitUntil(() => messages.length === 1);
    expect([source.reports, messages]).to.deep.equal([[[{type: 'cart'}]], [{event: 'message'}]]);
  });

  it('reports without a start, and starts nothing for it', async () => {
    const {session, source, origins, arrive} = stage({}, {isStarted: false, question: undefined});
    const done = session.report([{type: 'cart'}]);
    await arrive();
    await done;
    expect([source.reports, source.starts, origins[0]?.state]).to.deep.equal([[[{type: 'cart'}]], [], undefined]);
  });

  it('has no answer for its engine when the page wants it refreshed and nobody was asked', async () => {
    const {session, origins, arrive} = stage({}, {question: undefined});
    session.refresh();
    await arrive();
    expect(origins[0]?.first).to.equal(undefined);
  });

  const elsewhere = {...offer, id: 'liveperson/8/9'};
  const none = {type: 'unavailable', source: 'liveperson'} as const;
  const learned: readonly (readonly [what: string, said: readonly SourceFact[], told: readonly string[]])[] = [
    ['nothing of the offer that is known', [{type: 'expose', offer}], []],
    ['of another offer', [{type: 'expose', offer: elsewhere}], ['expose → expose']],
    ['that there is no offer any more', [none], ['unavailable → unavailable']],
    [
      'of an offer that comes after there was none',
      [none, {type: 'expose', offer: elsewhere}],
      ['unavailable → unavailable', 'expose → expose'],
    ],
  ];
  for (const [what, said, told] of learned) {
    it(`tells ${what} when its engine hears it`, async () => {
      const {session, source, facts, arrive} = stage();
      session.shown();
      await arrive();
      await waitUntil(() => source.starts.length === 1);
      said.forEach((fact) => source.say(fact));
      expect(facts).to.deep.equal(['expose → expose', ...told]);
    });
  }
});

describe('A session whose engine is here', () => {
  afterEach(leavePages);

  async function withEngine() {
    const staged = stage();
    const {session, source, facts, arrive} = staged;
    session.shown();
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await session.report([]);
    facts.splice(0);
    return staged;
  }

  it('stores where its engine does, and before in the database', async () => {
    const {session} = await withEngine();
    expect([stage().session.storage, session.storage]).to.deep.equal(['indexeddb', 'memory']);
  });

  const acts: readonly (readonly [string, (session: EngagementSession) => unknown, told: string])[] = [
    ['accepts', (session) => session.accept(), 'accept → accepted'],
    ['declines', (session) => session.dismiss(), 'dismiss → dismissed'],
    ['folds the offer', (session) => session.fold(1), 'fold → expose'],
    ['logs out', (session) => session.reset(), 'reset → idle'],
    ['withdraws their consent', (session) => session.revoke(), 'revoke → idle'],
  ];
  for (const [what, act, told] of acts) {
    it(`tells once that the visitor ${what}`, async () => {
      const {session, facts} = await withEngine();
      await act(session);
      expect(facts).to.deep.equal([told]);
    });
  }

  it('leaves its answer to the engine when the page is left, and has it ask again when the page comes back', async () => {
    const {session, source, releases, end} = await withEngine();
    end.abort();
    const back = new AbortController();
    session.start(back.signal);
    await waitUntil(() => source.starts.length === 2);
    expect(releases).to.deep.equal([]);
    back.abort();
  });

  it('has the engine that creates sessions, when nothing else is said', async () => {
    const source = createScriptedSource();
    const session = new FirstSession({...settings, accountId: crypto.randomUUID(), sources: [source]});
    const end = new AbortController();
    session.start(end.signal);
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'unavailable', source: source.name});
    expect(session.state.name).to.equal('unavailable');
    await session.revoke();
    end.abort();
  });
});

describe('A session whose engine cannot be loaded', () => {
  afterEach(leavePages);

  for (const [what, staging] of [
    ['has an open question', () => stage({answer: undefined})],
    ['has asked nothing', () => stage({}, {question: undefined})],
  ] as const) {
    it(`fails with the cause when it ${what}`, async () => {
      const {session, facts, fail} = staging();
      const cause = new TypeError('Failed to fetch');
      fail(cause);
      await waitUntil(() => facts.includes('fail → failed'));
      const error = session.state.name === 'failed' ? session.state.error : undefined;
      expect(error).to.be.instanceOf(NetworkError);
      expect(error?.message).to.include("GET the session's file");
      expect(error?.cause).to.equal(cause);
    });
  }
});
