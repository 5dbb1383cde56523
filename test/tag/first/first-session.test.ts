import {expect} from '@open-wc/testing';
import type {AskListener, FirstQuestion} from '../../../src/tag/first/first-ask.js';
import type {SessionSettings} from '../../../src/tag/settings/session-settings.js';
import {visitKey} from '../../../src/tag/visit-key.js';
import {tellTabs} from '../../../src/visit/visit-channel.js';
import type {Visit} from '../../../src/visit/visit.js';
import {answer, engagement, leavePages, offer, settings, stage} from '../../support/first-session-stage.js';
import {waitUntil} from '../../support/wait-until.js';

describe('A session that begins with an answer', () => {
  afterEach(leavePages);

  it('has the offer at once, and loads nothing for it', () => {
    const {session, facts, loads} = stage();
    expect([session.state, facts, loads]).to.deep.equal([{name: 'expose', offer}, ['expose → expose'], []]);
  });

  it('goes on from the state that its page has heard of, which changes nothing', () => {
    const state = {name: 'expose', offer} as const;
    const {session, end} = stage({}, {isStarted: false, state});
    const changes: string[] = [];
    session.subscribe(({from, to}) => changes.push(`${from.name} → ${to.name}`));
    expect(session.state).to.equal(state);
    session.start(end.signal);
    expect([changes, session.state]).to.deep.equal([['expose → expose'], state]);
  });

  it('tells nothing to a page that has been left when it starts, and lets the other tabs ask', () => {
    const {session, facts, loads, releases} = stage({}, {isStarted: false});
    session.start(AbortSignal.abort());
    expect([facts, loads, releases]).to.deep.equal([[], [], ['released']]);
  });

  it('has a conversation at once, even for a visitor who wants no invitations', () => {
    const details = [{...engagement, conversationId: 'c'}];
    const {facts} = stage({answer: {...answer, engagementDetails: details}, visit: {optedOut: true}});
    expect(facts).to.deep.equal(['conversation → conversation']);
  });

  it('loads nothing when there is no offer', () => {
    const {session, facts, loads} = stage({result: 'unavailable', answer: undefined});
    expect([session.state.name, facts, loads]).to.deep.equal(['unavailable', [], []]);
  });

  const foreign: readonly (readonly [
    what: string,
    question: Partial<FirstQuestion>,
    further?: Partial<SessionSettings>,
  ])[] = [
    ['another account', {key: visitKey({...settings, accountId: '2'})}],
    ['nobody, when the page names the visitor', {}, {identities: [{iss: 'issuer', acr: 'loa1', sub: 'subject'}]}],
  ];
  for (const [what, question, further] of foreign) {
    it(`makes nothing of an answer about ${what}, and lets the other tabs ask`, () => {
      const {session, releases} = stage(question, {isStarted: false, ...further});
      expect([session.state.name, releases]).to.deep.equal(['idle', ['released']]);
    });
  }

  it('tells nothing when the visitor accepts or declines what is a conversation already', () => {
    const {session, facts} = stage({answer: {...answer, engagementDetails: [{...engagement, conversationId: 'c'}]}});
    session.accept();
    session.dismiss();
    expect(facts).to.deep.equal(['conversation → conversation']);
  });

  const unsure: readonly (readonly [
    what: string,
    question: Partial<FirstQuestion>,
    further?: Partial<SessionSettings>,
  ])[] = [
    ['the answer has another form', {answer: {...answer, engagementDetails: 'none'}}],
    ['no answer came', {answer: undefined}],
    ['the answer offers nothing that is known', {answer: {...answer, engagementDetails: [{status: 'other'}]}}],
    ['the visitor has answered this invitation', {visit: {settled: {[offer.id]: 'dismissed'}}}],
    ['the visitor wants no invitations', {visit: {optedOut: true}}],
    ['there is another platform to ask', {}, {handoffUrl: 'https://example.com/handoff'}],
    [
      'the visitor has seen as many invitations as the page allows',
      {visit: {shown: {a: Date.now()}}},
      {maxInvitations: 1},
    ],
  ];
  for (const [what, question, further] of unsure) {
    it(`leaves it to its engine when ${what}`, async () => {
      const {session, facts, origins, loads, arrive, question: asked} = stage(question, further);
      expect([session.state.name, facts, loads]).to.deep.equal(['connecting', [], ['engine']]);
      await arrive();
      expect(origins).to.deep.equal([{state: {name: 'connecting'}, first: asked}]);
    });
  }

  it('gets its engine when the offer was seen, and the engine learns that after it has the answer itself', async () => {
    const {session, source, origins, facts, arrive} = stage();
    session.shown();
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    expect([origins[0]?.state, source.acts]).to.deep.equal([{name: 'expose', offer}, []]);
    source.say({type: 'expose', offer});
    await waitUntil(() => source.acts.length > 0);
    expect([source.acts, session.state.name]).to.deep.equal([[['shown', offer.id]], 'expose']);
    source.say({type: 'unavailable', source: 'liveperson'});
    expect(facts.at(-1)).to.equal('unavailable → unavailable');
  });

  for (const [what, isHeard, acts] of [
    ['does not let its engine report what the platform has heard already', true, ['dismissed']],
    ['lets its engine report what the platform has not heard', false, ['shown', 'dismissed']],
  ] as const) {
    it(what, async () => {
      const {session, source, arrive} = stage({reported: Promise.resolve(isHeard)});
      session.shown();
      session.dismiss();
      await arrive();
      await waitUntil(() => source.starts.length === 1);
      source.say({type: 'expose', offer});
      await waitUntil(() => source.acts.length === acts.length);
      expect(source.acts.map(([act]) => act)).to.deep.equal(acts);
    });
  }

  it('gets its engine after a while when the offer is not seen', () => {
    const {loads, waitInVain} = stage();
    waitInVain();
    return waitUntil(() => loads.length === 1);
  });

  const answers = [
    ['accept', 'accepted', {settled: {[offer.id]: 'accepted'}}],
    ['dismiss', 'dismissed', {settled: {[offer.id]: 'dismissed'}}],
    ['optOut', 'dismissed', {optedOut: true}],
  ] as const;
  for (const [command, state, memory] of answers) {
    it(`takes the invitation away at ${command}, and has it remembered when its engine has come`, async () => {
      const {session, source, visits, arrive} = stage();
      session.shown();
      session[command]();
      expect(session.state.name, 'at once').to.equal(state);
      await arrive();
      await waitUntil(() => source.starts.length === 1);
      source.say({type: 'expose', offer});
      await waitUntil(() => source.acts.length === 2);
      expect(source.acts.map(([act]) => act)).to.deep.equal(['shown', state]);
      expect(session.state.name).to.equal(state);
      expect(visits.current).to.include.keys(...Object.keys(memory));
    });
  }

  it('brings an invitation back when the visitor opts in again before its engine has come', async () => {
    const {session, source, visits, arrive} = stage();
    session.optOut();
    session.optIn();
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => session.state.name === 'expose');
    expect(visits.current.optedOut).to.equal(undefined);
  });

  it('stays folded when the visitor has folded it, now or on an earlier page', async () => {
    expect(stage({visit: {folded: {[offer.id]: 2}}}).session.state).to.deep.equal({name: 'expose', offer, folded: 2});
    const {session, source, visits, facts, loads, arrive} = stage();
    session.unfold();
    expect(loads, 'for what is so already').to.deep.equal([]);
    session.fold();
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => visits.current.folded);
    expect([visits.current.folded, facts.slice(0, 2)]).to.deep.equal([
      {[offer.id]: 0},
      ['expose → expose', 'fold → expose'],
    ]);
    expect(session.state).to.deep.equal({name: 'expose', offer, folded: 0});
  });

  it('tells of a snooze that is none, and keeps the invitation', async () => {
    const {session, source, facts, arrive} = stage();
    session.snooze(-1);
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => facts.includes('trouble → expose'));
  });

  for (const command of ['reset', 'revoke'] as const) {
    it(`forgets at ${command} what the visitor has done, before its engine comes`, async () => {
      const {session, source, visits, origins, releases, arrive} = stage();
      await visits.update((visit: Visit) => ({...visit, visitorId: 'v'}));
      session.shown();
      session.accept();
      const done = session[command]();
      expect([session.state.name, releases]).to.deep.equal(['idle', ['released']]);
      await arrive();
      await done;
      expect([origins[0]?.first, source.acts, visits.current]).to.deep.equal([undefined, [], {}]);
      expect(session.state.name).to.equal('idle');
    });
  }

  it('keeps the answer before its engine comes, and lets the other tabs ask then', async () => {
    let resolve: (visit: Visit) => void = () => undefined;
    const kept = new Promise<Visit>((done) => (resolve = done));
    const {session, releases, loads} = stage({keep: () => kept});
    const before = [...releases];
    resolve({});
    await waitUntil(() => releases.length > 0, 'the other tabs may ask');
    expect([session.state.name, before, loads]).to.deep.equal(['expose', [], []]);
  });

  it('keeps nothing of an answer when the visitor has logged out', async () => {
    let isVoid: () => boolean = () => false;
    const {session} = stage({
      keep: (check) => {
        isVoid = check;
        return Promise.resolve({});
      },
    });
    const before = isVoid();
    void session.reset();
    expect([before, isVoid()]).to.deep.equal([false, true]);
  });

  it('forgets the offer when the visitor logs out in another tab', async () => {
    const {session, facts, releases} = stage();
    tellTabs(visitKey(settings), 'cleared');
    await waitUntil(() => session.state.name === 'idle');
    expect([facts, releases]).to.deep.equal([['expose → expose', 'reset → idle'], ['released']]);
  });

  it('asks nobody after a log-out before the page wants it, not even when it comes back', async () => {
    const {session, source, facts, loads, end, arrive} = stage();
    tellTabs(visitKey(settings), 'cleared');
    await waitUntil(() => session.state.name === 'idle');
    end.abort();
    session.start(new AbortController().signal);
    expect([loads, facts.at(-1)]).to.deep.equal([[], 'reset → idle']);
    session.refresh();
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    expect(facts.at(-1)).to.equal('start → connecting');
  });

  it('lets the other tabs ask when the page is left, and asks anew when it comes back', async () => {
    const {session, origins, releases, end, arrive} = stage();
    end.abort();
    expect(releases).to.deep.equal(['released']);
    session.start(new AbortController().signal);
    await arrive();
    expect(origins[0]?.state).to.deep.equal({name: 'expose', offer});
    expect(origins[0]?.first).to.include({exchange: undefined, askedAt: Infinity});
  });

  it('tells that its engine cannot be loaded, lets the other tabs ask, and tries again at the next need', async () => {
    const {session, source, facts, loads, releases, fail, arrive} = stage();
    session.shown();
    fail(new TypeError('Failed to fetch'));
    await waitUntil(() => facts.includes('trouble → expose'));
    expect(releases).to.deep.equal(['released']);
    session.accept();
    await waitUntil(() => loads.length === 2);
    await arrive();
    await waitUntil(() => source.starts.length === 1);
    source.say({type: 'expose', offer});
    await waitUntil(() => source.acts.length === 2);
    expect(source.acts.map(([act]) => act)).to.deep.equal(['shown', 'accepted']);
  });

  it('asks for something newer than the answer when the page wants it refreshed', async () => {
    const {session, origins, arrive} = stage({result: 'unavailable', answer: undefined});
    session.refresh();
    await arrive();
    expect(origins[0]?.first?.askedAt).to.be.greaterThan(1);
  });
});

describe('A session that has to ask', () => {
  afterEach(leavePages);

  function ask() {
    const listeners: AskListener[] = [];
    const befores: (FirstQuestion | undefined)[] = [];
    const stops: string[] = [];
    const staged = stage(undefined, {
      question: undefined,
      ask: (_settings, listener, before) => {
        listeners.push(listener);
        befores.push(before);
        return {question: new Promise<FirstQuestion>(() => undefined), stop: () => stops.push('stopped')};
      },
    });
    return {...staged, listeners, befores, stops};
  }

  it('asks without its engine, and loads nothing when there is no offer', () => {
    const {facts, listeners, loads, question} = ask();
    listeners[0]?.onAnswer({...question, result: 'unavailable'});
    expect([facts, loads]).to.deep.equal([['start → connecting', 'unavailable → unavailable'], []]);
  });

  it('tells that an offer is likely, and then the offer', () => {
    const {facts, listeners, question} = ask();
    listeners[0]?.onHint();
    listeners[0]?.onAnswer(question);
    expect(facts).to.deep.equal(['start → connecting', 'hint → connecting', 'expose → expose']);
  });

  for (const [result, fact] of [
    ['erased', 'revoke'],
    ['cleared', 'reset'],
  ] as const) {
    it(`ends when the visit was ${result} while the page was away`, () => {
      const {facts, listeners, question} = ask();
      listeners[0]?.onAnswer({...question, result});
      expect(facts).to.deep.equal(['start → connecting', `${fact} → idle`]);
    });
  }

  it('asks again, with what it knows, when the page comes back', () => {
    const {session, facts, listeners, stops, end, question} = ask();
    listeners[0]?.onAnswer({...question, result: 'unavailable'});
    end.abort();
    session.start(new AbortController().signal);
    expect([stops.length, listeners.length, facts.at(-1)]).to.deep.equal([1, 2, 'start → connecting']);
  });

  it('asks again as at first when the page comes back before there was an answer', () => {
    const {session, befores, end} = ask();
    end.abort();
    session.start(new AbortController().signal);
    expect(befores).to.deep.equal([undefined, undefined]);
  });

  for (const cause of ['reset', 'revoke'] as const) {
    it(`stops asking when another tab tells of a ${cause}`, () => {
      const {facts, listeners, stops} = ask();
      listeners[0]?.onForget(cause);
      expect([facts, stops]).to.deep.equal([['start → connecting', `${cause} → idle`], ['stopped']]);
    });
  }
});
