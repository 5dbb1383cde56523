import {expect} from '@open-wc/testing';
import {isSecure, parseOrigin} from '../../src/http/origin.js';

const good: readonly [text: string, origin: string][] = [
  ['va.v.liveperson.net', 'https://va.v.liveperson.net'],
  ['proxy.brand.example:8443', 'https://proxy.brand.example:8443'],
  ['http://localhost:8000', 'http://localhost:8000'],
  ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000'],
  ['http://[::1]:8000', 'http://[::1]:8000'],
];

const bad = [
  '',
  'https://va.v.liveperson.net',
  'http://va.v.liveperson.net',
  'http://localhost.evil.example',
  'va.v.liveperson.net/path',
  'user@evil.example',
  'va.v.liveperson.net?x',
  '//evil.example',
  'javascript:alert(1)',
  'two words',
];

describe('parseOrigin', () => {
  for (const [text, origin] of good) {
    it(`reads ${text}`, () => {
      expect(parseOrigin(text)?.origin).to.equal(origin);
    });
  }
  for (const text of bad) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseOrigin(text)).to.equal(undefined);
    });
  }
});

describe('isSecure', () => {
  for (const [address, expected] of [
    ['https://brand.example/path', true],
    ['http://localhost:8000', true],
    ['http://[::1]/', true],
    ['http://brand.example', false],
    ['http://localhost.evil.example', false],
    ['ws://localhost', false],
    ['javascript:alert(1)', false],
  ] as const) {
    it(`${expected ? 'trusts' : 'does not trust'} ${address}`, () => {
      expect(isSecure(new URL(address))).to.equal(expected);
    });
  }
});
