import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import type {EngagementSource, SourceFact} from '../../../src/engagement/source.js';
import {SourceSet} from '../../../src/engagement/sources/source-set.js';
import type {EngagementState} from '../../../src/engagement/state.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../../support/fakes/scripted-source.js';
import {nextTask} from '../../support/fakes/test-clock.js';

const connecting: EngagementState = {name: 'connecting'};
const exposed: EngagementState = {name: 'expose', offer: createOffer('a', 'first')};
const error = new Error('no answer');
const quiet: EngagementSource = {name: 'quiet', start: () => undefined};

/** Sources that are run as often as the test says, in a session that is in one state. */
function stage(sources: readonly EngagementSource[], state = connecting) {
  const set = new SourceSet(sources);
  const facts: SourceFact[] = [];
  const start = (): AbortController => {
    const run = new AbortController();
    set.start(
      (fact) => facts.push(fact),
      run.signal,
      () => state,
    );
    return run;
  };
  const types = (): readonly string[] => facts.map(({type}) => type);
  return {set, start, facts, types};
}

const unavailable = ({name}: EngagementSource): SourceFact => ({type: 'unavailable', source: name});

describe('The sources of a session', () => {
  let first: ScriptedSource;
  let second: ScriptedSource;

  beforeEach(() => {
    first = createScriptedSource('first');
    second = createScriptedSource('second');
  });

  describe('while the session connects', () => {
    it('have no offer only when each of them has said so', () => {
      const {start, facts} = stage([first, second]);
      start();
      first.say(unavailable(first));
      expect(facts).to.deep.equal([]);
      second.say(unavailable(second));
      expect(facts).to.deep.equal([unavailable(second)]);
    });

    for (const answer of [
      {type: 'expose', offer: createOffer('a', 'second')},
      {type: 'conversation', offer: createOffer('a', 'second')},
      {type: 'hold', source: 'second', reason: 'hours'},
      {type: 'fail', error},
    ] as const) {
      it(`wait no longer for one that has answered with ${answer.type}`, () => {
        const {start, facts} = stage([first, second]);
        start();
        second.say(answer);
        first.say(unavailable(first));
        expect(facts).to.deep.equal([answer, unavailable(first)]);
      });
    }

    for (const report of [
      {type: 'hint'},
      {type: 'stranger'},
      {type: 'trouble', error},
      {type: 'withdraw', offerId: 'a'},
      {type: 'retry', attempt: 1, delay: 3_000, cause: error},
    ] as const) {
      it(`pass a ${report.type} on, and wait further for the one that reported it`, () => {
        const {start, facts} = stage([first, second]);
        start();
        second.say(report);
        first.say(unavailable(first));
        expect(facts).to.deep.equal([report]);
      });
    }

    it('do not wait for one that only listens', () => {
      const {start, types} = stage([first, {...second, isListener: true}]);
      start();
      first.say(unavailable(first));
      expect(types()).to.deep.equal(['unavailable']);
    });

    it('wait for the others when one that only listens has nothing', () => {
      const {start, types} = stage([first, {...second, isListener: true}]);
      start();
      second.say(unavailable(second));
      expect(types()).to.deep.equal([]);
    });

    it('are all asked again in the next run', () => {
      const {start, types} = stage([first, second]);
      start().abort();
      first.say(unavailable(first));
      start();
      second.say(unavailable(second));
      expect(types()).to.deep.equal([]);
    });
  });

  it('tell at once of one that has nothing any more when the session has an offer', () => {
    const {start, facts} = stage([first, second], exposed);
    start();
    first.say(unavailable(first));
    expect(facts).to.deep.equal([unavailable(first)]);
  });

  for (const [state, type] of [
    [connecting, 'fail'],
    [{name: 'unavailable'}, 'trouble'],
    [exposed, 'trouble'],
  ] as const) {
    it(`report a ${type} in the state ${state.name} when one reports what cannot be`, () => {
      const {start, facts, types} = stage([first, second], state);
      start();
      first.say({type: 'withdraw', offerId: ''});
      expect(types()).to.deep.equal([type]);
      expect(facts[0]).to.have.property('error').that.is.instanceOf(ConfigurationError);
    });
  }

  describe('when the visitor leaves', () => {
    const createStaying = () => {
      const stays: (AbortSignal | undefined)[] = [];
      const source: EngagementSource = {name: 'staying', start: (_report, _signal, _state, stay) => stays.push(stay)};
      return {source, aborted: () => stays.map((stay) => stay?.aborted)};
    };

    it('learn it in every run since the visitor came', () => {
      const {source, aborted} = createStaying();
      const {set, start} = stage([source]);
      start().abort();
      start();
      expect(aborted()).to.deep.equal([false, false]);
      set.leave();
      expect(aborted()).to.deep.equal([true, true]);
    });

    it('begin with the next visitor anew', () => {
      const {source, aborted} = createStaying();
      const {set, start} = stage([source]);
      start();
      set.leave();
      start();
      expect(aborted()).to.deep.equal([true, false]);
    });
  });

  describe('that hear what the visitor did', () => {
    it('are only the one whose offer it is', () => {
      const {set, start} = stage([first, second]);
      start();
      set.acknowledge('accepted', createOffer('a', 'second'));
      expect([first.acts, second.acts]).to.deep.equal([[], [['accepted', 'a']]]);
    });

    for (const [title, source] of [
      ['none of them made', 'another'],
      ['is of one that does not want to know', 'quiet'],
    ] as const) {
      it(`are none, without trouble, when the offer ${title}`, async () => {
        const {set, start, facts} = stage([first, quiet]);
        start();
        set.acknowledge('accepted', createOffer('a', source));
        await nextTask();
        expect([first.acts, facts]).to.deep.equal([[], []]);
      });
    }
  });

  it('take attributes where they want any', async () => {
    const {set} = stage([quiet, first]);
    await set.report([{type: 'cart'}]);
    expect(first.reports).to.deep.equal([[{type: 'cart'}]]);
  });

  describe('that get a message', () => {
    const createHearing = (name: string) => {
      const heard: unknown[] = [];
      const source: EngagementSource = {name, start: () => undefined, notify: (message) => heard.push(message)};
      return {source, heard};
    };

    it('get it all, at once while they run', () => {
      const [one, other] = [createHearing('one'), createHearing('other')];
      const {set, start} = stage([one.source, other.source]);
      start();
      set.notify('message');
      expect([one.heard, other.heard]).to.deep.equal([['message'], ['message']]);
    });

    it('get an early one once, when they run', () => {
      const {source, heard} = createHearing('one');
      const {set, start} = stage([source]);
      set.notify('early');
      expect(heard).to.deep.equal([]);
      start().abort();
      start();
      expect(heard).to.deep.equal(['early']);
    });

    it('get in the next run what came after the end of one', () => {
      const {source, heard} = createHearing('one');
      const {set, start} = stage([source]);
      start().abort();
      set.notify('one');
      set.notify('two');
      expect(heard).to.deep.equal([]);
      start();
      expect(heard).to.deep.equal(['one', 'two']);
    });

    it('may be without use for it', async () => {
      const {source, heard} = createHearing('one');
      const {set, start, facts} = stage([quiet, source]);
      start();
      set.notify('message');
      await nextTask();
      expect([heard, facts]).to.deep.equal([['message'], []]);
    });
  });

  describe('that are none', () => {
    const halves = 'an object without name and start';
    for (const [title, sources, got] of [
      ['a text', 'source', 'string'],
      ['nothing', undefined, 'nothing'],
      ['null', null, 'null'],
      ['one that is in no list', quiet, 'object'],
      ['a number beside one', [quiet, 7], 'number'],
      ['a list beside one', [quiet, []], 'array'],
      ['null before one', [null, quiet], 'null'],
      ['the first of two', ['one', 7], 'string'],
      ['one without a start', [quiet, {name: 'half'}], halves],
      ['one without a name', [{start: () => undefined}], halves],
      ['one whose name is a number', [{...quiet, name: 7}], halves],
      ['one whose start is a text', [{...quiet, start: 'now'}], halves],
    ] as const) {
      it(`are refused with what they are: ${title}`, () => {
        const message = `Expected sources to be a list of objects with a name and a function start, got ${got}`;
        expect(() => new SourceSet(sources as unknown as readonly EngagementSource[]))
          .to.throw(ConfigurationError, message)
          .with.property('setting', 'sources');
      });
    }

    it('are refused when they cannot be read', () => {
      const unreadable = {
        start: () => undefined,
        get name(): string {
          throw error;
        },
      };
      expect(() => new SourceSet([quiet, unreadable])).to.throw(ConfigurationError, halves);
    });
  });
});
