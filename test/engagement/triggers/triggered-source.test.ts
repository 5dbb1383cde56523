import {expect} from '@open-wc/testing';
import {createEngagementSession} from '../../../src/engagement/session-engine.js';
import {createTriggeredSource} from '../../../src/engagement/triggers/triggered-source.js';
import type {TellMoment, Trigger} from '../../../src/engagement/triggers/trigger.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {createOffer, createScriptedSource} from '../../support/fakes/scripted-source.js';
import {waitUntil} from '../../support/wait-until.js';

/** A trigger in the test's own hands. */
function createHandTrigger(name: Trigger['name']) {
  const tells: TellMoment[] = [];
  const trigger: Trigger = {name, start: (tell) => tells.push(tell)};
  return {trigger, tell: (...moment: Parameters<TellMoment>) => tells.at(-1)?.(...moment), starts: () => tells.length};
}

async function open() {
  const [url, hours] = [createHandTrigger('showOnUrl'), createHandTrigger('hours')];
  const [scroll, exit] = [createHandTrigger('showAfterScroll'), createHandTrigger('showOnExit')];
  const source = createScriptedSource();
  const triggers = {
    conditions: [url.trigger, hours.trigger],
    moments: [scroll.trigger, exit.trigger],
    problems: [],
  };
  const held = {...createTriggeredSource(source, triggers)};
  const session = createEngagementSession({sources: [held], visits: createMemoryVisits()});
  const changes: string[] = [];
  session.subscribe(({fact, to}) =>
    changes.push(`${fact.type}${'reason' in fact ? ` ${fact.reason}` : ''} → ${to.name}`),
  );
  const life = new AbortController();
  session.start(life.signal);
  await waitUntil(() => source.starts.length > 0);
  return {source, session, changes, url, hours, scroll, exit};
}

describe('A source with triggers', () => {
  const offer = createOffer('a');

  it('holds an invitation back until every condition and one of the moments are met, and says what it waits for', async () => {
    const {source, session, changes, url, hours, exit} = await open();
    source.say({type: 'expose', offer});
    expect([session.state.name, changes.at(-1)]).to.deep.equal(['unavailable', 'hold showOnUrl → unavailable']);
    url.tell(true);
    hours.tell(true);
    expect(session.state.name).to.equal('unavailable');
    exit.tell(true);
    expect(session.state).to.deep.equal({name: 'expose', offer});
  });

  it('names the hours while it is closed', async () => {
    const {source, changes, url} = await open();
    url.tell(true);
    source.say({type: 'expose', offer});
    expect(changes.at(-1)).to.equal('hold hours → unavailable');
  });

  it('never holds an open conversation back', async () => {
    const {source, session} = await open();
    source.say({type: 'conversation', offer});
    expect(session.state.name).to.equal('conversation');
  });

  it('leaves an invitation that is there when the hours end, and when it is reported again', async () => {
    const {source, session, url, hours, scroll} = await open();
    for (const trigger of [url, hours, scroll]) trigger.tell(true);
    source.say({type: 'expose', offer});
    hours.tell(false);
    source.say({type: 'expose', offer});
    expect(session.state).to.deep.equal({name: 'expose', offer});
  });

  it('shows nothing that was withdrawn meanwhile', async () => {
    const {source, session, url, hours, scroll} = await open();
    source.say({type: 'expose', offer});
    source.say({type: 'withdraw', offerId: offer.id});
    for (const trigger of [url, hours, scroll]) trigger.tell(true);
    expect(session.state.name).to.equal('unavailable');
  });

  it('asks again on another page of the app, where the moment has to come again', async () => {
    const {source, session, url, hours, scroll} = await open();
    for (const trigger of [url, hours, scroll]) trigger.tell(true);
    source.say({type: 'expose', offer});
    url.tell(false, true);
    expect([session.state.name, source.starts.map(({aborted}) => aborted)]).to.deep.equal([
      'unavailable',
      [true, false],
    ]);
    url.tell(true, true);
    expect(source.starts.length).to.equal(3);
    source.say({type: 'expose', offer: createOffer('b')});
    expect([session.state.name, scroll.starts()]).to.deep.equal(['unavailable', 3]);
    scroll.tell(true);
    expect(session.state).to.deep.equal({name: 'expose', offer: createOffer('b')});
  });

  it('keeps an invitation that fits the other page, too', async () => {
    const {source, session, url, hours, scroll} = await open();
    for (const trigger of [url, hours, scroll]) trigger.tell(true);
    source.say({type: 'expose', offer});
    url.tell(true, true);
    expect(session.state).to.deep.equal({name: 'expose', offer});
  });

  it('hears what the visitor did, and what the page hands over', async () => {
    const {source, session, url, hours, scroll} = await open();
    for (const trigger of [url, hours, scroll]) trigger.tell(true);
    source.say({type: 'expose', offer});
    session.accept();
    expect(source.acts).to.deep.equal([['accepted', 'a']]);
  });
});
