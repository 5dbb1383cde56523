import {expect} from '@open-wc/testing';
import type {Offer} from '../../../src/engagement/offer.js';
import {createEngagementSession} from '../../../src/engagement/session-engine.js';
import type {EngagementSource, SourceFact} from '../../../src/engagement/source.js';
import type {EngagementState} from '../../../src/engagement/state.js';
import {createTriggeredSource} from '../../../src/engagement/triggers/triggered-source.js';
import type {TellMoment, Trigger} from '../../../src/engagement/triggers/trigger.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../../support/fakes/scripted-source.js';
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

/** Runs a source that waits for its hours and for a page, in a session whose state the test says. */
function run(source: ScriptedSource) {
  const [url, hours] = [createHandTrigger('showOnUrl'), createHandTrigger('hours')];
  const held = createTriggeredSource(source, {
    conditions: [url.trigger, hours.trigger],
    moments: [],
    problems: [],
  });
  const facts: SourceFact[] = [];
  let state: EngagementState = {name: 'connecting'};
  held.start(
    (fact) => facts.push(fact),
    new AbortController().signal,
    () => state,
  );
  const meet = (): void => {
    url.tell(true);
    hours.tell(true);
  };
  const reach = (name: 'expose' | 'conversation' | 'accepted' | 'dismissed', offer: Offer): void => {
    state = {name, offer};
  };
  return {facts, url, hours, meet, reach};
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

  describe('that holds an invitation back', () => {
    const another = createOffer('b');
    const held = {type: 'hold', source: 'scripted', reason: 'showOnUrl'};

    for (const over of [
      {type: 'conversation', offer},
      {type: 'unavailable', source: 'scripted'},
      {type: 'stranger'},
      {type: 'withdraw', offerId: offer.id},
    ] as const) {
      it(`drops it at a ${over.type}`, () => {
        const source = createScriptedSource();
        const {facts, meet} = run(source);
        source.say({type: 'expose', offer});
        source.say(over);
        meet();
        expect(facts).to.deep.equal([held, over]);
      });
    }

    for (const other of [
      {type: 'hint'},
      {type: 'trouble', error: new Error('no answer')},
      {type: 'withdraw', offerId: another.id},
    ] as const) {
      it(`keeps it at a ${other.type} that is not about it`, () => {
        const source = createScriptedSource();
        const {facts, meet} = run(source);
        source.say({type: 'expose', offer});
        source.say(other);
        meet();
        expect(facts).to.deep.equal([held, other, {type: 'expose', offer}]);
      });
    }

    it('drops it when the one that can be seen is reported again', () => {
      const source = createScriptedSource();
      const {facts, meet, reach} = run(source);
      reach('expose', another);
      source.say({type: 'expose', offer});
      source.say({type: 'expose', offer: another});
      meet();
      expect(facts).to.deep.equal([held, {type: 'expose', offer: another}]);
    });

    it('shows it once, however often the moment comes', () => {
      const source = createScriptedSource();
      const {facts, meet, hours} = run(source);
      source.say({type: 'expose', offer});
      meet();
      hours.tell(false);
      hours.tell(true);
      expect(facts).to.deep.equal([held, {type: 'expose', offer}]);
    });

    it('drops it where the app shows another page', () => {
      const source = createScriptedSource();
      const {facts, meet, url} = run(source);
      source.say({type: 'expose', offer});
      url.tell(false, true);
      meet();
      expect(facts).to.deep.equal([held]);
    });
  });

  for (const [title, name, visible] of [
    ['while another one can be seen', 'expose', createOffer('b')],
    ['that the visitor has declined', 'dismissed', offer],
    ['that the visitor has accepted', 'accepted', offer],
    ['of which there is a conversation', 'conversation', offer],
  ] as const) {
    it(`holds an invitation back ${title}`, () => {
      const source = createScriptedSource();
      const {facts, reach} = run(source);
      reach(name, visible);
      source.say({type: 'expose', offer});
      expect(facts.map(({type}) => type)).to.deep.equal(['hold']);
    });
  }

  it('passes on that an invitation is withdrawn when it holds none back', () => {
    const source = createScriptedSource();
    const {facts} = run(source);
    source.say({type: 'withdraw', offerId: offer.id});
    expect(facts).to.deep.equal([{type: 'withdraw', offerId: offer.id}]);
  });

  for (const [title, name, visible, isMet, withdrawn] of [
    ['takes its invitation from a page that it is not for', 'expose', offer, false, [offer.id]],
    ['keeps its invitation on a page that it is for, although it is closed', 'expose', offer, true, []],
    ['keeps its conversation on every page', 'conversation', offer, false, []],
    ['keeps an accepted offer on every page', 'accepted', offer, false, []],
    ["keeps another source's invitation on every page", 'expose', createOffer('c', 'rival'), false, []],
  ] as const) {
    it(title, () => {
      const source = createScriptedSource();
      const {facts, url, reach} = run(source);
      reach(name, visible);
      url.tell(isMet, true);
      expect(facts).to.deep.equal(withdrawn.map((offerId) => ({type: 'withdraw', offerId})));
      expect(source.starts.map(({aborted}) => aborted)).to.deep.equal([true, false]);
    });
  }

  describe('that is asked for more than invitations', () => {
    const none = {conditions: [], moments: [], problems: []};

    it('hands over what the visitor did, and the messages of the platform', () => {
      const heard: unknown[] = [];
      const source: EngagementSource = {
        name: 'hearing',
        start: () => undefined,
        acknowledge: (act, {id}) => heard.push([act, id]),
        notify: (message) => heard.push(message),
      };
      const triggered = createTriggeredSource(source, none);
      triggered.acknowledge?.('left', offer);
      triggered.notify?.('message');
      expect(heard).to.deep.equal([['left', 'a'], 'message']);
    });

    it('needs no source that takes either of them', () => {
      const triggered = createTriggeredSource({name: 'quiet', start: () => undefined}, none);
      expect(triggered.acknowledge?.('left', offer)).to.equal(undefined);
      expect(triggered.notify?.('message')).to.equal(undefined);
    });
  });
});
