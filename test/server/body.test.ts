import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readText} from '../../src/server/http/body.js';

const limit = 65_536;

/** A request as a handler gets it. */
function createRequest(body: BodyInit, headers: Readonly<Record<string, string>> = {}): Request {
  return new Request('https://brand.example', {method: 'POST', body, headers, duplex: 'half'} as RequestInit);
}

const told = (body: string): Request => createRequest(body, {'Content-Length': String(new Blob([body]).size)});
const streamed = (body: string): Request => createRequest(new Blob([body]).stream());

/** The same where requests have no streams, as in a service worker of Firefox. */
const withoutStream = (body: string): Request => {
  const request = createRequest(body);
  Object.defineProperty(request, 'body', {value: undefined});
  return request;
};

const ways: readonly (readonly [string, (body: string) => Request])[] = [
  ['whose length is told', told],
  ['that comes as a stream', streamed],
  ['without a stream', withoutStream],
];

for (const [what, create] of ways) {
  describe(`a body ${what}`, () => {
    it('is read as text', async () => {
      assert.deepEqual([await readText(create('Grüße')), await readText(create(''))], ['Grüße', '']);
    });

    it('has 64 KiB at most', async () => {
      assert.equal((await readText(create('x'.repeat(limit)))).length, limit);
      await assert.rejects(readText(create('x'.repeat(limit + 1))), {status: 413});
    });
  });
}

describe('a body', () => {
  it('that is longer than it was told is refused, too', async () => {
    await assert.rejects(readText(createRequest('x'.repeat(limit + 1), {'Content-Length': '1'})), {status: 413});
  });

  it('that breaks off is refused', async () => {
    const body = new ReadableStream({start: (controller) => controller.error(new Error('s3cret'))});
    await assert.rejects(readText(createRequest(body)), {status: 400, message: 'Expected a whole body in UTF-8.'});
  });

  it('is none when there is none', async () => {
    assert.equal(await readText(new Request('https://brand.example', {method: 'POST'})), '');
  });
});
