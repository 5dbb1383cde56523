import {expect} from '@open-wc/testing';
import {check} from '../../../../src/check/check.js';
import {engageAnswerSchema} from '../../../../src/vendors/liveperson/monitoring/monitoring.schemas.js';
import {readableBodies, unreadableBodies} from '../../../fixtures/liveperson/answers.js';

describe('the schema of an answer', () => {
  for (const [title, body, data] of readableBodies) {
    it(`takes ${title}`, () => {
      expect(check(engageAnswerSchema, body)).to.deep.equal({data});
    });
  }

  for (const [title, body, problem] of unreadableBodies) {
    it(`refuses ${title}, with the place and no value`, () => {
      expect(check(engageAnswerSchema, body)).to.deep.equal({problem});
    });
  }
});
