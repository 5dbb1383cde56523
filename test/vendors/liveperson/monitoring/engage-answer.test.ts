import {expect} from '@open-wc/testing';
import {longestId} from '../../../../src/check/ids.js';
import {mayHoldEngagement, readEngageAnswer} from '../../../../src/vendors/liveperson/monitoring/engage-answer.js';
import {readableBodies, unreadableBodies} from '../../../fixtures/liveperson/answers.js';

describe('the reader of an answer', () => {
  for (const [title, body, data] of readableBodies) {
    it(`takes ${title}`, () => {
      expect(readEngageAnswer(body)).to.deep.equal({data});
    });
  }

  for (const [title, body, problem] of unreadableBodies) {
    it(`refuses ${title}, with the place and no value`, () => {
      expect(readEngageAnswer(body)).to.deep.equal({problem});
    });
  }
});

describe('an answer', () => {
  const longest = 'x'.repeat(longestId);
  const usual = {sessionId: 's', visitorId: 'v'};

  for (const [title, body, may] of [
    ['with two ids and nothing else holds no engagement', usual, false],
    ['with two ids of the greatest length holds none', {sessionId: longest, visitorId: longest}, false],
    ['with null as its details holds none', {...usual, engagementDetails: null}, false],
    ['with details may hold one', {...usual, engagementDetails: []}, true],
    ['with a number as its session id may hold one', {...usual, sessionId: 5}, true],
    ['with a number as its visitor id may hold one', {...usual, visitorId: 5}, true],
    ['with an id that is too long may hold one', {...usual, visitorId: `${longest}x`}, true],
    ['without ids may hold one', {}, true],
    ['that is text may hold one', 'expose', true],
    ['that is missing may hold one', undefined, true],
  ] as const) {
    it(title, () => {
      expect(mayHoldEngagement(body)).to.equal(may);
    });
  }
});
