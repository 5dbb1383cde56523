import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {HttpStatusError, NetworkError, TimeoutError, TooLargeError} from '../../../../src/http/errors.js';
import {createGatewayRetryPolicy} from '../../../../src/vendors/genesys/gateway/gateway-retry-policy.js';

describe('the retry policy of the gateway', () => {
  const policy = createGatewayRetryPolicy(() => 0);

  const rows: readonly [title: string, error: Error, pauses: readonly number[]][] = [
    ['5xx', new HttpStatusError('', {status: 500}), [1_000, 3_000, 10_000]],
    ['no answer', new NetworkError(''), [1_000, 3_000, 10_000]],
    ['an answer that is late', new TimeoutError('', 1), [1_000, 3_000, 10_000]],
    ['4xx', new HttpStatusError('', {status: 429, retryAfter: 1_000}), []],
    ['a redirect', new HttpStatusError('', {status: 307}), []],
    ['an answer that is too large', new TooLargeError('', 1), []],
    ['a setting that cannot work', new ConfigurationError(''), []],
  ];
  for (const [title, error, pauses] of rows) {
    it(`${pauses.length > 0 ? 'tries three times more after' : 'never tries again after'} ${title}`, () => {
      const verdicts = [1, 2, 3, 4].map((failures) => policy(error, failures));
      expect(verdicts.filter(({again}) => again).map(({pause}) => pause)).to.deep.equal(pauses);
      expect(verdicts.at(-1)).to.deep.equal({again: false, pause: 0});
    });
  }
});
