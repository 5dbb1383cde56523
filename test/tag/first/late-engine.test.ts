import {expect} from '@open-wc/testing';
import {createEngagementSession} from '../../../src/engagement/session-engine.js';
import type {EngagementSession} from '../../../src/engagement/session.js';
import type {SourceFact} from '../../../src/engagement/source.js';
import type {FirstQuestion} from '../../../src/tag/first/first-ask.js';
import {answerOf, keepAnswer, LateEngine} from '../../../src/tag/first/late-engine.js';
import {createDatabase} from '../../../src/visit/database.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {createOffer, createScriptedSource} from '../../support/fakes/scripted-source.js';
import {nextTask} from '../../support/fakes/test-clock.js';
import {waitUntil} from '../../support/wait-until.js';

function createEngine() {
  const source = createScriptedSource();
  return {source, engine: createEngagementSession({sources: [source], visits: createMemoryVisits()})};
}

describe('An engine that comes when there is something to do with it', () => {
  function stage() {
    const {engine} = createEngine();
    const done: string[] = [];
    let arrive: () => void = () => undefined;
    const late = new LateEngine(() => new Promise((resolve) => (arrive = () => resolve(engine))));
    const act = (name: string) => (given: EngagementSession) =>
      done.push(given === engine ? name : `${name}, with another engine`);
    return {late, done, act, arrive: () => arrive()};
  }

  it('is not coming before, is coming then, and is here when it has come', async () => {
    const {late, arrive} = stage();
    const states = [[late.isComing, late.isHere]];
    late.hurry();
    states.push([late.isComing, late.isHere]);
    arrive();
    await late.get();
    expect([...states, [late.isComing, late.isHere]]).to.deep.equal([
      [false, false],
      [true, false],
      [true, true],
    ]);
  });

  it('does in order what was to be done before, and at once what is to be done then', async () => {
    const {late, done, act, arrive} = stage();
    late.use(act('one'));
    late.use(act('two'));
    expect(done, 'before it has come').to.deep.equal([]);
    arrive();
    await late.get();
    expect(done, 'when it has come').to.deep.equal(['one', 'two']);
    late.use(act('three'));
    expect(done, 'at once').to.deep.equal(['one', 'two', 'three']);
  });

  it('does nothing of what was to be done before the visitor was forgotten', async () => {
    const {late, done, act, arrive} = stage();
    late.use(act('before'));
    late.forget();
    late.use(act('after'));
    arrive();
    await late.get();
    expect(done).to.deep.equal(['after']);
  });
});

describe('The answer of an engine', () => {
  const ends: AbortController[] = [];
  afterEach(() => ends.splice(0).forEach((end) => end.abort()));

  async function stage() {
    const {source, engine} = createEngine();
    const end = new AbortController();
    ends.push(end);
    engine.start(end.signal);
    await waitUntil(() => source.starts.length === 1);
    const heard: string[] = [];
    void answerOf(engine, end.signal).then(() => heard.push('answer'));
    return {source, engine, end, heard};
  }

  const error = new Error('told by a test');
  const steps: readonly SourceFact[] = [
    {type: 'hint'},
    {type: 'retry', attempt: 1, delay: 1_000, cause: error},
    {type: 'trouble', error},
  ];
  for (const fact of steps) {
    it(`is still to come after: ${fact.type}`, async () => {
      const {source, heard} = await stage();
      source.say(fact);
      await nextTask();
      expect(heard).to.deep.equal([]);
      source.say({type: 'unavailable', source: source.name});
      await nextTask();
      expect(heard).to.deep.equal(['answer']);
    });
  }

  const answers: readonly SourceFact[] = [
    {type: 'expose', offer: createOffer('a')},
    {type: 'conversation', offer: createOffer('a')},
    {type: 'unavailable', source: 'scripted'},
    {type: 'fail', error},
  ];
  for (const fact of answers) {
    it(`is there with: ${fact.type}`, async () => {
      const {source, heard} = await stage();
      source.say(fact);
      await nextTask();
      expect(heard).to.deep.equal(['answer']);
    });
  }

  it('is not waited for when the page is left', async () => {
    const {end, heard} = await stage();
    await nextTask();
    expect(heard).to.deep.equal([]);
    end.abort();
    await nextTask();
    expect(heard).to.deep.equal(['answer']);
  });

  it('is not waited for when the page has been left before', async () => {
    const {engine, end} = await stage();
    end.abort();
    await answerOf(engine, end.signal);
  });
});

describe('An answer that is to be kept', () => {
  function ask(keep?: FirstQuestion['keep']) {
    const releases: string[] = [];
    const question: FirstQuestion = {
      key: 'key',
      database: createDatabase(),
      account: {accountId: 'a', appInstallationId: 'app'},
      visit: undefined,
      askedAt: 1,
      result: 'open',
      release: () => releases.push('released'),
      keep,
    };
    return {question, releases};
  }

  it('lets no other tab ask when there is nothing to keep', async () => {
    const {question, releases} = ask();
    await keepAnswer(question, () => false);
    expect(releases).to.deep.equal([]);
  });

  it('lets the other tabs ask though the storage fails', async () => {
    const {question, releases} = ask(() => Promise.reject(new DOMException('full', 'QuotaExceededError')));
    await keepAnswer(question, () => false);
    expect(releases).to.deep.equal(['released']);
  });
});
