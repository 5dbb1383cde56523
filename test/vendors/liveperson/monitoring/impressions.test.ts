import {expect} from '@open-wc/testing';
import {toImpression} from '../../../../src/vendors/liveperson/monitoring/impressions.js';

const offer = {
  id: 'o',
  source: 'liveperson',
  campaignId: '880524023',
  engagementId: '880524123',
  engagementRevision: 21,
  contextId: '1',
};
const ids = {campaign: 880524023, engId: 880524123, revision: 21};
const eContext = [{type: 'engagementContext', id: '1'}];

describe('toImpression', () => {
  for (const [act, impression] of [
    ['shown', {type: 'impDisplay', ...ids, eContext}],
    ['accepted', {type: 'impAccept', ...ids, eContext}],
    ['dismissed', {type: 'impClose', ...ids}],
  ] as const) {
    it(`makes ${impression.type} of an offer that was ${act}`, () => {
      expect(toImpression(act, offer)).to.deep.equal(impression);
    });
  }

  for (const missing of ['campaignId', 'engagementId', 'engagementRevision', 'contextId'] as const) {
    it(`makes nothing of an offer without ${missing}`, () => {
      expect(toImpression('shown', {...offer, [missing]: undefined})).to.equal(undefined);
    });
  }

  it('makes nothing of an offer that was left without an answer', () => {
    expect(toImpression('left', offer)).to.equal(undefined);
  });

  for (const id of ['c1', '1c', '1'.repeat(16)]) {
    it(`leaves ids such as ${id}, which no number holds, as they are`, () => {
      const ids = {campaignId: id, engagementId: id};
      expect(toImpression('dismissed', {...offer, ...ids})).to.include({campaign: id, engId: id});
    });
  }
});
