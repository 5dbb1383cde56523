import {expect} from '@open-wc/testing';
import {
  digestQuestion,
  isAnswered,
  isVersion,
  methodUrl,
  plainQuestion,
} from '../../../../src/vendors/liveperson/monitoring/monitoring-request.js';

describe('the address of a method', () => {
  const host = new URL('https://va.v.liveperson.net');
  const account = {accountId: '12345678', appInstallationId: 'app'};

  for (const [title, version, ids, query] of [
    ['is of version 1.1, and asked by the visitor, unless told otherwise', {}, {}, '?v=1.1&obh=false'],
    ['says which version is spoken', {apiVersion: '1.0'}, {}, '?v=1.0&obh=false'],
    ['says that a server asks', {}, {obh: true}, '?v=1.1&obh=true'],
    ['names who is known', {}, {vid: 'v', sid: 's'}, '?v=1.1&vid=v&sid=s&obh=false'],
  ] as const) {
    it(title, () => {
      const path = 'https://va.v.liveperson.net/api/account/12345678/app/app/engagement';
      expect(methodUrl('engagement', host, {...account, ...version}, ids).href).to.equal(path + query);
    });
  }
});

describe('a version of the Monitoring API', () => {
  for (const [version, isSpoken] of [
    ['1.0', true],
    ['1.1', true],
    [undefined, true],
    ['1.2', false],
    ['11.1', false],
    ['1.11', false],
  ] as const) {
    it(`is ${isSpoken ? 'spoken' : 'not spoken'} when it is ${version}`, () => {
      expect(isVersion(version)).to.equal(isSpoken);
    });
  }
});

it('a status of 200 or 201 is that of an answer, and no other', () => {
  expect([199, 200, 201, 202, 204, 404].filter(isAnswered)).to.deep.equal([200, 201]);
});

describe('the digest of a question', () => {
  it('is the question itself when that says nothing', async () => {
    expect(await digestQuestion({identities: undefined})).to.equal(plainQuestion);
  });

  it('is the SHA-256 of its JSON, which tells nothing of the visitor', async () => {
    const digest = 'ZLu7z8ZrrEDLCE4UU8Lsd3o0Yc5RkvEnQa+BRSEU9wc=';
    expect(await digestQuestion({consumerId: 'c', entryPoints: undefined})).to.equal(digest);
  });
});
