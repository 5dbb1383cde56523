import {expect} from '@open-wc/testing';
import type {Offer} from '../../../src/engagement/offer.js';
import {clickTagEngagement, messagingRequest} from '../../../src/vendors/liveperson/conversation-openers.js';

const offer: Offer = {
  id: 'liveperson/1/2',
  source: 'liveperson',
  campaignId: '1',
  engagementId: '2',
  visitorId: 'A3OTY0YmFiZDQ3MWEyYTI1',
  sessionId: 'nl7UuRTzTgedXG2nqkNDAQ',
  contextId: '3',
  language: 'en-US',
};

describe('messagingRequest', () => {
  it('gives the body of cm.ConsumerRequestConversation', () => {
    expect(messagingRequest(offer, {accountId: '12345678'})).to.deep.equal({
      brandId: '12345678',
      channelType: 'MESSAGING',
      skillId: '-1',
      ttrDefName: 'NORMAL',
      campaignInfo: {campaignId: '1', engagementId: '2'},
      conversationContext: {
        type: 'SharkContext',
        visitorId: 'A3OTY0YmFiZDQ3MWEyYTI1',
        sessionId: 'nl7UuRTzTgedXG2nqkNDAQ',
        interactionContextId: '3',
        lang: 'en-US',
      },
    });
  });

  it('takes the skill and the priority that the page wants', () => {
    const {skillId, ttrDefName} = messagingRequest(offer, {accountId: '1', skillId: '7', ttrDefName: 'URGENT'});
    expect([skillId, ttrDefName]).to.deep.equal(['7', 'URGENT']);
  });

  it('leaves out what the offer does not say', () => {
    const bare: Offer = {id: 'x', source: 'liveperson', campaignId: '1', engagementId: '2'};
    expect(messagingRequest(bare, {accountId: '1'}).conversationContext).to.deep.equal({type: 'SharkContext'});
  });

  for (const missing of ['campaignId', 'engagementId'] as const) {
    it(`refuses an offer without ${missing}`, () => {
      const {[missing]: _, ...other} = offer;
      expect(() => messagingRequest(other, {accountId: '1'})).to.throw('Expected an offer of LivePerson');
    });
  }
});

describe('clickTagEngagement', () => {
  for (const answer of [true, false]) {
    it(`clicks the engagement of LivePerson’s tag, which says ${answer}`, () => {
      const clicked: string[] = [];
      const click = (id: string): boolean => {
        clicked.push(id);
        return answer;
      };
      const isOpened = clickTagEngagement(offer, {lpTag: {taglets: {rendererStub: {click}}}});
      expect([isOpened, clicked]).to.deep.equal([answer, ['2']]);
    });
  }

  for (const page of [{}, {lpTag: {}}, {lpTag: {taglets: {}}}, {lpTag: {taglets: {rendererStub: {}}}}]) {
    it(`does nothing on a page with ${JSON.stringify(page)}`, () => {
      expect(clickTagEngagement(offer, page)).to.equal(false);
    });
  }

  it('does nothing for an offer without an engagement', () => {
    const page = {lpTag: {taglets: {rendererStub: {click: () => true}}}};
    expect(clickTagEngagement({id: 'x', source: 'genesys'}, page)).to.equal(false);
  });
});
