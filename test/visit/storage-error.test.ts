import {expect} from '@open-wc/testing';
import {StorageError} from '../../src/visit/storage-error.js';

describe('StorageError', () => {
  for (const [title, cause, reason] of [
    ['an error', new DOMException('full', 'QuotaExceededError'), 'QuotaExceededError'],
    ['null, as of an aborted transaction', null, 'transaction aborted'],
  ] as const) {
    it(`says what happened and keeps the cause: ${title}`, () => {
      const error = new StorageError(cause);
      expect(error.message).to.contain(`got ${reason};`);
      expect(error.cause).to.equal(cause);
    });
  }
});
