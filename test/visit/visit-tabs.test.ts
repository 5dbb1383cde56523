import {expect} from '@open-wc/testing';
import {VisitTabs, type ToldWishes} from '../../src/visit/visit-tabs.js';
import {deniedChannels, overhear, type Overheard, withChannels} from '../support/channels.js';
import {waitUntil} from '../support/wait-until.js';

/** A tab, and all that it hears of the others. */
function openTab(key: string, life = new AbortController()) {
  const tabs = new VisitTabs(key);
  const [messages, wishes]: [unknown[], ToldWishes[]] = [[], []];
  const listen = (signal: AbortSignal): void =>
    tabs.open({onMessage: (message) => messages.push(message), onWishes: (told) => wishes.push(told)}, signal);
  listen(life.signal);
  return {tabs, messages, wishes, listen, leave: () => life.abort()};
}

describe('VisitTabs', () => {
  let key: string;
  let messages: Overheard;
  let wishes: Overheard;

  beforeEach(() => {
    key = crypto.randomUUID();
    messages = overhear(`web-engagement/${key}`);
    wishes = overhear(`web-engagement/${key}/wishes`);
  });
  afterEach(() => {
    messages.close();
    wishes.close();
  });

  it('tells the wishes of a visitor, whether they are stored and who has logged in, and nothing where there are none', async () => {
    const {tabs, leave} = openTab(key);
    tabs.tellWishes(undefined, true, {subject: 'a'});
    tabs.tellWishes({optedOut: true}, false, {subject: 'a', visitorId: 'v'});
    await waitUntil(() => wishes.messages.length > 0, 'the other tab hears of it');
    expect(wishes.messages).to.deep.equal([{wishes: {optedOut: true}, isStored: false, subject: 'a'}]);
    leave();
  });

  it('hears wishes as they are told, and nothing that is none', async () => {
    const tab = openTab(key);
    const told = {optedOut: true};
    for (const message of [
      undefined,
      'wishes',
      {wishes: null},
      {wishes: {optedOut: 'yes'}},
      {wishes: told},
      {wishes: told, isStored: 'yes', subject: 7},
      {wishes: told, isStored: true, subject: 'a'},
    ]) {
      wishes.say(message);
    }
    await waitUntil(() => tab.wishes.some(({subject}) => subject === 'a'), 'the last word is heard');
    const unknown = {wishes: told, isStored: false, subject: undefined};
    expect(tab.wishes).to.deep.equal([unknown, unknown, {wishes: told, isStored: true, subject: 'a'}]);
    tab.leave();
  });

  it('does not hear itself, though an earlier listener has left', async () => {
    const first = new AbortController();
    const tab = openTab(key, first);
    const second = new AbortController();
    tab.listen(second.signal);
    first.abort();
    tab.tabs.tell('changed');
    tab.tabs.tellWishes({optedOut: true}, true, {});
    await waitUntil(() => messages.messages.length + wishes.messages.length === 2, 'the other tab hears both');
    messages.say('erased');
    wishes.say({wishes: {optedOut: false}});
    await waitUntil(() => tab.messages.includes('erased') && tab.wishes.length > 0, 'it hears the other tab');
    expect(tab.messages).to.deep.equal(['erased']);
    expect(tab.wishes.map((told) => told.wishes)).to.deep.equal([{optedOut: false}]);
    second.abort();
  });

  it('tells the others when it listens no more, too', async () => {
    const {tabs, leave} = openTab(key);
    leave();
    tabs.tell('cleared');
    await waitUntil(() => messages.messages.length > 0, 'the other tab hears of it');
    expect(messages.messages).to.deep.equal(['cleared']);
  });

  for (const [title, names] of [
    ['all channels are', /^/],
    ['the channel for messages is', /^[^/]+\/[^/]+$/],
    ['the channel for wishes is', /wishes$/],
  ] as const) {
    it(`opens, tells and leaves quietly where ${title} denied`, () => {
      const errors: unknown[] = [];
      const hear = (event: ErrorEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        errors.push(event.error);
      };
      window.addEventListener('error', hear, {capture: true});
      withChannels(deniedChannels(names), () => {
        const {tabs, leave} = openTab(key);
        tabs.tell('changed');
        tabs.tellWishes({optedOut: true}, true, {});
        leave();
      });
      window.removeEventListener('error', hear, {capture: true});
      expect(errors).to.deep.equal([]);
    });
  }
});
