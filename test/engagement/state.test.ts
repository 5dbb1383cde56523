import {expect} from '@open-wc/testing';
import {idle, transition, type EngagementFact, type EngagementState} from '../../src/engagement/state.js';
import {createOffer} from '../support/fakes/scripted-source.js';

const offer = createOffer('a');
const another = createOffer('b');
const rival = createOffer('c', 'rival');
const error = new Error('no answer');

const connecting: EngagementState = {name: 'connecting'};
const unavailable: EngagementState = {name: 'unavailable'};
const failed: EngagementState = {name: 'failed', error};
const expose: EngagementState = {name: 'expose', offer};
const conversation: EngagementState = {name: 'conversation', offer};
const foldedConversation: EngagementState = {name: 'conversation', offer, folded: 2};
const accepted: EngagementState = {name: 'accepted', offer};
const dismissed: EngagementState = {name: 'dismissed', offer};

type Case = readonly [title: string, before: EngagementState, fact: EngagementFact, after: EngagementState];

const cases: readonly Case[] = [
  ['connects when it starts', idle, {type: 'start'}, connecting],
  ['connects again after a failure', failed, {type: 'start'}, connecting],
  ['keeps an invitation while it asks again', expose, {type: 'start'}, expose],
  ['keeps a conversation while it asks again', conversation, {type: 'start'}, conversation],
  ['shows an invitation', connecting, {type: 'expose', offer}, expose],
  [
    'replaces an invitation by a newer one of the same source',
    expose,
    {type: 'expose', offer: another},
    {name: 'expose', offer: another},
  ],
  ['keeps the first invitation when a rival has one too', expose, {type: 'expose', offer: rival}, expose],
  ['keeps an invitation dismissed that is offered again', dismissed, {type: 'expose', offer}, dismissed],
  ['keeps an invitation accepted that is offered again', accepted, {type: 'expose', offer}, accepted],
  [
    'shows another invitation after one was dismissed',
    dismissed,
    {type: 'expose', offer: another},
    {name: 'expose', offer: another},
  ],
  [
    'does not show an invitation that was dismissed on an earlier page',
    connecting,
    {type: 'expose', offer, settled: 'dismissed'},
    dismissed,
  ],
  [
    'does not show an invitation that was accepted on an earlier page',
    connecting,
    {type: 'expose', offer, settled: 'accepted'},
    accepted,
  ],
  ['leads back into an open conversation', connecting, {type: 'conversation', offer}, conversation],
  [
    'prefers a conversation to an invitation',
    expose,
    {type: 'conversation', offer: rival},
    {name: 'conversation', offer: rival},
  ],
  ["keeps a conversation against a rival's invitation", conversation, {type: 'expose', offer: rival}, conversation],
  [
    'ends a conversation that its source no longer knows',
    conversation,
    {type: 'unavailable', source: 'scripted'},
    unavailable,
  ],
  ['keeps a conversation when a rival has nothing', conversation, {type: 'unavailable', source: 'rival'}, conversation],
  ['keeps an invitation when a rival has nothing', expose, {type: 'unavailable', source: 'rival'}, expose],
  ['shows nothing when there is no offer', connecting, {type: 'unavailable', source: 'scripted'}, unavailable],
  ['takes a withdrawn invitation away', expose, {type: 'withdraw', offerId: 'a'}, unavailable],
  ['keeps an invitation when another one is withdrawn', expose, {type: 'withdraw', offerId: 'b'}, expose],
  [
    'keeps an open conversation when an offer is withdrawn',
    conversation,
    {type: 'withdraw', offerId: 'a'},
    conversation,
  ],
  ['keeps an accepted offer when it is withdrawn', accepted, {type: 'withdraw', offerId: 'a'}, accepted],
  ['fails when nothing is known', connecting, {type: 'fail', error}, failed],
  ['keeps an invitation when asking again fails', expose, {type: 'fail', error}, expose],
  ['keeps a conversation when asking again fails', conversation, {type: 'fail', error}, conversation],
  ['stays as it is during a retry', connecting, {type: 'retry', attempt: 2, delay: 3_000, cause: error}, connecting],
  ['stays as it is in other trouble', expose, {type: 'trouble', error}, expose],
  ['accepts an invitation', expose, {type: 'accept'}, accepted],
  ['accepts nothing where there is no invitation', unavailable, {type: 'accept'}, unavailable],
  ['dismisses an invitation', expose, {type: 'dismiss'}, dismissed],
  ['cannot dismiss a conversation', conversation, {type: 'dismiss'}, conversation],
  ['forgets everything at a reset', conversation, {type: 'reset'}, idle],
  ['forgets everything when consent is withdrawn', conversation, {type: 'revoke'}, idle],
  ['connects again when a snooze is over', dismissed, {type: 'wake'}, connecting],
  ['keeps a conversation when a snooze is over', conversation, {type: 'wake'}, conversation],
  ['shows an invitation again that went by a refusal which is taken back', dismissed, {type: 'restore'}, expose],
  ['keeps an accepted offer when a refusal is taken back', accepted, {type: 'restore'}, accepted],
  ['keeps an accepted offer when a snooze is over', accepted, {type: 'wake'}, accepted],
  ['goes on connecting when it is started again', connecting, {type: 'start'}, connecting],
  ['goes on connecting when another visitor has logged in', connecting, {type: 'stranger'}, connecting],
  ['drops the invitation of the visitor before', expose, {type: 'stranger'}, connecting],
  ['drops the conversation of the visitor before', conversation, {type: 'stranger'}, connecting],
  [
    'stays as it is at the outcome of a message',
    expose,
    {type: 'notice', notice: {type: 'engage', outcome: 'ignored'}},
    expose,
  ],
  ['stays as it is when an offer is likely', connecting, {type: 'hint'}, connecting],
  ['holds an invitation back', connecting, {type: 'hold', source: 'scripted', reason: 'hours'}, unavailable],
  [
    'keeps an invitation when that of a rival is held back',
    expose,
    {type: 'hold', source: 'rival', reason: 'hours'},
    expose,
  ],
  ['keeps an accepted offer when a rival has an invitation', accepted, {type: 'expose', offer: rival}, accepted],
  [
    "shows a rival's invitation after one was dismissed",
    dismissed,
    {type: 'expose', offer: rival},
    {name: 'expose', offer: rival},
  ],
  [
    'has no offer when a rival has none after one was dismissed',
    dismissed,
    {type: 'unavailable', source: 'rival'},
    unavailable,
  ],
  ['folds an invitation', expose, {type: 'fold', unread: 2}, {name: 'expose', offer, folded: 2}],
  ['unfolds a conversation', foldedConversation, {type: 'fold', unread: undefined}, conversation],
  ['stays folded when it is folded again', foldedConversation, {type: 'fold', unread: 2}, foldedConversation],
  ['stays open when it is unfolded again', expose, {type: 'fold', unread: undefined}, expose],
  ['folds nothing where nothing can be seen', dismissed, {type: 'fold', unread: 2}, dismissed],
];

describe('transition', () => {
  for (const [title, before, fact, after] of cases) {
    it(title, () => {
      expect(transition(before, fact)).to.deep.equal(after);
    });
  }

  it('returns the same object when nothing changes, so that a change can be seen', () => {
    for (const [title, before, fact, after] of cases) {
      if (before === after) expect(transition(before, fact), title).to.equal(before);
    }
  });
});
