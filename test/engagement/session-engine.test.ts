import {expect} from '@open-wc/testing';
import type {EngagementSessionOptions} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import {idle} from '../../src/engagement/state.js';
import {StorageError} from '../../src/visit/storage-error.js';
import type {VisitEvent} from '../../src/visit/visit-store.js';
import type {Visit} from '../../src/visit/visit.js';
import {createMemoryVisits} from '../support/fakes/memory-visits.js';
import {createOffer, createScriptedSource} from '../support/fakes/scripted-source.js';
import {nextTask} from '../support/fakes/test-clock.js';

const [offer, other] = [createOffer('a'), createOffer('b')];

/** A page with one source, and what is known of the visit. */
function open(stored?: Visit, options: Partial<EngagementSessionOptions> = {}) {
  const source = createScriptedSource();
  const visits = createMemoryVisits(stored);
  let tell: (event: VisitEvent) => void = () => undefined;
  visits.watch = (listener) => (tell = listener);
  const session = createEngagementSession({sources: [source], visits, ...options});
  const facts: string[] = [];
  session.subscribe(({fact}) => facts.push(fact.type));
  let life = new AbortController();
  const enter = async (): Promise<void> => {
    life = new AbortController();
    session.start(life.signal);
    await nextTask();
  };
  return {session, source, facts, enter, leave: () => life.abort(), tell: (event: VisitEvent) => tell(event)};
}

describe('A session', () => {
  it('tells the source of an invitation that the visitor has left it', async () => {
    const {source, enter, leave} = open();
    await enter();
    source.say({type: 'expose', offer});
    leave();
    expect(source.acts).to.deep.equal([['left', 'a']]);
  });

  it('tells that what was stored is lost, and goes on', async () => {
    const {session, source, facts, enter, leave, tell} = open();
    await enter();
    source.say({type: 'expose', offer});
    tell({type: 'storage-failed', error: new StorageError(new Error('full'))});
    expect([facts.at(-1), session.state.name]).to.deep.equal(['trouble', 'expose']);
    leave();
  });

  it('keeps the invitation that can be seen when another one comes that was declined before', async () => {
    const {session, source, enter, leave} = open({settled: {b: 'dismissed'}});
    await enter();
    source.say({type: 'expose', offer});
    source.say({type: 'expose', offer: other});
    expect(session.state).to.deep.equal({name: 'expose', offer});
    leave();
  });

  it('asks once when it is told to ask again before it has asked', async () => {
    const {session, source, enter, leave} = open();
    const entered = enter();
    session.refresh();
    await entered;
    expect(source.starts.length).to.equal(1);
    leave();
  });

  it('asks nobody about a visitor who has logged out, until it is told to, and then on each return to the page', async () => {
    const {session, source, enter, leave} = open(undefined, {state: idle});
    await enter();
    const starts = [source.starts.length];
    session.refresh();
    await nextTask();
    starts.push(source.starts.length);
    leave();
    await enter();
    expect([...starts, source.starts.length]).to.deep.equal([0, 1, 2]);
    leave();
  });

  it('tells its beginning where the page has been told no state before', async () => {
    const [fresh, told] = [open(), open(undefined, {state: {name: 'unavailable'}})];
    for (const {enter, leave} of [fresh, told]) {
      await enter();
      leave();
    }
    expect([fresh.facts, told.facts]).to.deep.equal([['start'], []]);
  });
});
