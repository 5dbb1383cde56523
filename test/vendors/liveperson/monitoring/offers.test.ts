import {expect} from '@open-wc/testing';
import type {
  EngageAnswer,
  EngagementDetails,
} from '../../../../src/vendors/liveperson/monitoring/monitoring.schemas.js';
import {offerIn, toFact} from '../../../../src/vendors/liveperson/monitoring/offers.js';
import type {Visit} from '../../../../src/visit/visit.js';
import {conversationAnswer, exposeAnswer, unavailableAnswer} from '../../../fixtures/liveperson/seed-004.js';

const answer = (...engagementDetails: EngagementDetails[]): EngageAnswer => ({
  sessionId: 's',
  visitorId: 'v',
  engagementDetails,
});

const ids = {campaignId: '1', engagementId: '2'};
const source = 'liveperson';
const who = {source, visitorId: 'v', sessionId: 's'};
const unavailable = {type: 'unavailable', source};

describe('an answer of the Monitoring API', () => {
  const cases: readonly [title: string, details: readonly EngagementDetails[], fact: object][] = [
    ['without an engagement offers nothing', [], unavailable],
    ['with a status that is not documented offers nothing', [{...ids, status: 'interaction'}], unavailable],
    ['with an engagement without a status offers nothing', [ids], unavailable],
    [
      'with "expose" invites, by the ids of the campaign and of the engagement',
      [{...ids, status: 'expose'}],
      {type: 'expose', offer: {id: 'liveperson/1/2', ...who, ...ids}},
    ],
    [
      'with "conversation" leads back into a conversation, though its id is missing',
      [{...ids, status: 'conversation'}],
      {type: 'conversation', offer: {id: 'liveperson/1/2', ...who, ...ids}},
    ],
    [
      'with the id of a conversation leads back into it, whatever the status',
      [{...ids, conversationId: 'c', status: 'expose'}],
      {type: 'conversation', offer: {id: 'liveperson/c', ...who, ...ids, conversationId: 'c'}},
    ],
    [
      'has the first engagement that is one count',
      [
        {...ids, status: 'interaction'},
        {...ids, engagementId: '3', status: 'expose'},
        {...ids, status: 'expose'},
      ],
      {type: 'expose', offer: {id: 'liveperson/1/3', ...who, ...ids, engagementId: '3'}},
    ],
    [
      'has fields that are null left out of the offer',
      [{...ids, contextId: null, engagementRevision: null, language: undefined, status: 'expose'}],
      {type: 'expose', offer: {id: 'liveperson/1/2', ...who, ...ids}},
    ],
  ];
  for (const [title, details, fact] of cases) {
    it(title, () => {
      expect(toFact(answer(...details))).to.deep.equal(fact);
    });
  }
});

describe('the offer in an answer', () => {
  const offerId = 'liveperson/880524023/880524123';
  const conversationId = 'liveperson/fdasfdas';

  for (const [title, body, type, id] of [
    ['is that of an invitation', exposeAnswer, 'expose', offerId],
    ['is that of a conversation', conversationAnswer, 'conversation', conversationId],
  ] as const) {
    it(`${title}, when nothing is remembered`, () => {
      const fact = offerIn(body);
      expect(fact).to.deep.include({type});
      expect(fact && 'offer' in fact && fact.offer.id).to.equal(id);
      expect(fact).not.to.have.any.keys('settled', 'folded');
    });
  }

  it('tells how many messages were unread when it was folded', () => {
    expect(offerIn(exposeAnswer, {folded: {[offerId]: 2}})).to.deep.include({type: 'expose', folded: 2});
  });

  for (const [title, body] of [
    ['when there is none', unavailableAnswer],
    ['in an answer that cannot be read', {...exposeAnswer, visitorId: {}}],
    ['in no answer', undefined],
  ] as const) {
    it(`is nothing ${title}`, () => {
      expect(offerIn(body)).to.equal(undefined);
    });
  }

  const soon = Date.now() + 60_000;
  const remembered: readonly [title: string, visit: Visit, most?: number][] = [
    ['the visitor has dismissed it', {settled: {[offerId]: 'dismissed'}}],
    ['the visitor has accepted it', {settled: {[offerId]: 'accepted'}}],
    ['the visitor wants no invitations', {optedOut: true}],
    ['the visitor has put invitations off', {snoozedUntil: soon}],
    ['the visitor has seen as many others as they may', {shown: {another: Date.now()}}, 1],
  ];
  for (const [title, visit, most] of remembered) {
    it(`is nothing when ${title}`, () => {
      expect(offerIn(exposeAnswer, visit, most)).to.equal(undefined);
    });
  }

  it('is there when the visitor has seen fewer others than they may', () => {
    expect(offerIn(exposeAnswer, {shown: {another: Date.now()}}, 2)).to.include({type: 'expose'});
  });
});
