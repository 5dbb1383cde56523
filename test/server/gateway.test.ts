import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createBearerCheck} from '../../src/server/gateway/bearer-check.js';
import {attempts, startBrand} from '../support/server/brand.js';

describe('the gateway in the course of time', () => {
  it('delivers the same call again after a minute', async () => {
    let time = Date.parse('2026-11-27T09:00:00Z');
    const brand = await startBrand({now: () => time});
    const page = await brand.listen('V');
    for (const pause of [60_000, 1, 0]) {
      await brand.engage('V', 'E1');
      time += pause;
    }
    await brand.engage('V', 'last');
    const ids = await attempts(page, 3);
    await brand.close();

    assert.deepEqual(ids, ['E1', 'E1', 'last']);
  });

  it('gives an attempt without a time the time of its server', async () => {
    const brand = await startBrand({now: () => 7});
    const page = await brand.listen('V');
    await brand.post('engage', '{"visitID": "V", "engagementID": "E1"}');
    const {data} = await page.next();
    await brand.close();

    assert.deepEqual(JSON.parse(data ?? ''), [{channel: 'engage', data: {visitID: 'V', engagementID: 'E1', time: 7}}]);
  });

  it('takes 60 calls a minute for one visit, and then says when the next one is taken', async () => {
    const limited = await startBrand({callsPerVisit: 60});
    await Promise.all(Array.from({length: 60}, (_, index) => limited.engage('V', `E${index}`)));
    const refused = await limited.post('engage', '{"visitID": "V"}');
    const other = await limited.post('engage', '{"visitID": "W"}');
    await limited.close();

    assert.deepEqual([refused.status, other.status], [429, 200]);
    assert.match(refused.headers.get('retry-after') ?? '', /^([1-5]?\d|60)$/);
  });
});

describe('the token of the gateway', () => {
  it('may be the old one as long as both are known', async () => {
    const authorize = createBearerCheck('new', 'old');
    const shown = ['new', 'old', 'older'].map(async (each) =>
      authorize(new Request('http://localhost', {headers: {Authorization: `Bearer ${each}`}})),
    );

    assert.deepEqual(await Promise.all(shown), [true, true, false]);
  });

  for (const tokens of [[], [''], ['a b'], ['a\r\nb']]) {
    it(`cannot be ${JSON.stringify(tokens)}`, () => {
      assert.throws(() => createBearerCheck(...tokens), {name: 'ConfigurationError'});
    });
  }
});
