import {expect} from '@open-wc/testing';
import {createLazySource} from '../../src/engagement/lazy-source.js';
import type {EngagementSource, SourceFact} from '../../src/engagement/source.js';
import {idle} from '../../src/engagement/state.js';
import {createOffer, createScriptedSource} from '../support/fakes/scripted-source.js';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Stage {
  readonly lazy: EngagementSource;
  readonly facts: SourceFact[];
  readonly loads: () => number;
  start(): AbortController;
}

function stage(source: EngagementSource, {isEager = false, failures = 0, state = idle} = {}): Stage {
  let loads = 0;
  const load = (): Promise<EngagementSource> =>
    ++loads > failures ? Promise.resolve(source) : Promise.reject(new Error('No file'));
  const lazy = createLazySource({name: 'lazy', isListener: true, isEager, load});
  const facts: SourceFact[] = [];
  const start = (): AbortController => {
    const life = new AbortController();
    lazy.start(
      (fact) => facts.push(fact),
      life.signal,
      () => state,
    );
    return life;
  };
  return {lazy, facts, loads: () => loads, start};
}

describe('a lazy source', () => {
  it('is not loaded by a start alone', async () => {
    const source = createScriptedSource();
    const {start, loads} = stage(source);
    start();
    await settled();
    expect([loads(), source.starts.length]).to.deep.equal([0, 0]);
  });

  it('is loaded at the start when it has work to do then', async () => {
    const source = createScriptedSource();
    const {start, loads} = stage(source, {isEager: true});
    start();
    await settled();
    expect([loads(), source.starts.length]).to.deep.equal([1, 1]);
  });

  it('is loaded once, and started before it gets the first message', async () => {
    const calls: string[] = [];
    const source: EngagementSource = {
      name: 'noting',
      start: () => calls.push('start'),
      notify: (message) => calls.push(String(message)),
    };
    const {lazy, start, loads} = stage(source);
    start();
    lazy.notify?.('one');
    lazy.notify?.('two');
    await settled();
    lazy.notify?.('three');
    expect(calls).to.deep.equal(['start', 'one', 'two', 'three']);
    expect(loads()).to.equal(1);
  });

  it('starts anew with each run once it is loaded', async () => {
    const source = createScriptedSource();
    const {start} = stage(source, {isEager: true});
    const first = start();
    await settled();
    first.abort();
    start();
    expect(source.starts.map(({aborted}) => aborted)).to.deep.equal([true, false]);
  });

  it('is not started for a run that has ended meanwhile', async () => {
    const source = createScriptedSource();
    const {start} = stage(source, {isEager: true});
    start().abort();
    await settled();
    expect(source.starts).to.have.lengthOf(0);
  });

  it('hears at once of what the visitor does', async () => {
    const source = createScriptedSource();
    const {lazy, start} = stage(source, {isEager: true});
    start();
    await settled();
    lazy.acknowledge?.('left', createOffer('a'));
    expect(source.acts).to.deep.equal([['left', 'a']]);
  });

  for (const [name, type] of [
    ['connecting', 'fail'],
    ['unavailable', 'trouble'],
  ] as const) {
    it(`is a ${type} when it cannot be loaded in the state ${name}, and is tried again`, async () => {
      const source = createScriptedSource();
      const {lazy, start, facts} = stage(source, {failures: 1, state: {name}});
      start();
      lazy.notify?.('one');
      await settled();
      expect(facts.map((fact) => fact.type)).to.deep.equal([type]);
      lazy.notify?.('two');
      await settled();
      expect(source.starts).to.have.lengthOf(1);
    });
  }

  it('needs no source that takes acts and messages', async () => {
    const {lazy, start, facts, loads} = stage({name: 'quiet', start: () => undefined});
    start();
    lazy.notify?.('one');
    await settled();
    expect(lazy.notify?.('two')).to.equal(undefined);
    expect(lazy.acknowledge?.('left', createOffer('a'))).to.equal(undefined);
    expect([facts, loads()]).to.deep.equal([[], 1]);
  });

  it('is loaded by an act, too', async () => {
    const source = createScriptedSource();
    const {lazy, start, loads} = stage(source);
    start();
    lazy.acknowledge?.('left', createOffer('a'));
    await settled();
    expect([loads(), source.starts.length, source.acts]).to.deep.equal([1, 1, [['left', 'a']]]);
  });

  it('is started only once it is to start when a message comes before that', async () => {
    const source = createScriptedSource();
    const {lazy, start} = stage(source);
    lazy.notify?.('early');
    await settled();
    expect(source.starts).to.have.lengthOf(0);
    start();
    expect(source.starts).to.have.lengthOf(1);
  });

  it('tells nobody that it cannot be loaded before it is to start, and is tried again', async () => {
    const uncaught: unknown[] = [];
    const note = (event: PromiseRejectionEvent): void => {
      uncaught.push(event.reason);
      event.preventDefault();
    };
    addEventListener('unhandledrejection', note);
    try {
      const source = createScriptedSource();
      const {lazy, start, facts, loads} = stage(source, {failures: 1});
      lazy.notify?.('early');
      await settled();
      start();
      lazy.notify?.('one');
      await settled();
      expect([loads(), source.starts.length, facts, uncaught]).to.deep.equal([2, 1, [], []]);
    } finally {
      removeEventListener('unhandledrejection', note);
    }
  });
});
