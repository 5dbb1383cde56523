import {expect} from '@open-wc/testing';
import {readOffer} from '../../../src/tag/first/read-offer.js';
import type {FirstQuestion} from '../../../src/tag/first/first-ask.js';
import type {Visit} from '../../../src/visit/visit.js';
import {createDatabase} from '../../../src/visit/database.js';
import {answer, engagement, offer} from '../../support/first-session-stage.js';

function asked(body: unknown, visit?: Visit): FirstQuestion {
  const database = createDatabase();
  const account = {accountId: 'a', appInstallationId: 'app'};
  return {key: 'k', database, account, visit, askedAt: 1, result: 'open', answer: body, release: () => undefined};
}

function tagWith(attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const tag = document.createElement('some-tag');
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
  return tag;
}

const conversation = {...answer, engagementDetails: [{...engagement, status: 'conversation', conversationId: 'c'}]};
const now = Date.now();

describe('The offer of a first answer', () => {
  it('is the state that a session would come to', () => {
    expect(readOffer(tagWith(), asked(answer))).to.deep.equal({name: 'expose', offer});
    expect(readOffer(tagWith(), asked(conversation))).to.have.property('name', 'conversation');
  });

  const undecided: readonly (readonly [
    title: string,
    body: unknown,
    visit?: Visit,
    attributes?: Record<string, string>,
  ])[] = [
    ['the answer is none', undefined],
    ['the answer holds nothing', {...answer, engagementDetails: []}],
    ['the answer has another shape', {...answer, engagementDetails: [{...engagement, campaignId: {}}]}],
    ['the visitor has declined it', answer, {settled: {[offer.id]: 'dismissed'}}],
    ['the visitor has opted out', answer, {optedOut: true}],
    ['the visitor has folded it', answer, {folded: {[offer.id]: 0}}],
    ['the visitor has seen as many as they may', answer, {shown: {another: now}}, {'max-invitations': '1'}],
  ];
  for (const [title, body, visit, attributes] of undecided) {
    it(`is left to a session when ${title}`, () => {
      expect(readOffer(tagWith(attributes), asked(body, visit))).to.equal(undefined);
    });
  }

  it('counts against the limit of the tag', () => {
    expect(readOffer(tagWith({'max-invitations': '2'}), asked(answer, {shown: {another: now}}))).to.have.property(
      'name',
    );
  });
});
