import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../src/check/configuration-error.js';
import {checkBaseUrl, parseSecureOrigin} from '../../src/http/base-url.js';

const example = 'https://api.example.com';

describe('checkBaseUrl', () => {
  const good: readonly [text: string, href: string][] = [
    ['https://api.example.com', 'https://api.example.com/'],
    ['https://brand.example/proxy', 'https://brand.example/proxy/'],
    ['https://brand.example/proxy//', 'https://brand.example/proxy/'],
    ['http://localhost:8000', 'http://localhost:8000/'],
  ];
  for (const [text, href] of good) {
    it(`takes ${text}, and ends it with one slash`, () => {
      expect(checkBaseUrl(text, {example}).href).to.equal(href);
    });
  }

  const bad: readonly [text: unknown, got: string][] = [
    [undefined, 'no address'],
    ['api.example.com', 'no address'],
    ['http://api.example.com', 'http:'],
    ['ftp://api.example.com', 'ftp:'],
    ['https://me:SECRET@api.example.com', 'user info'],
    ['https://api.example.com/?key=SECRET', 'a query'],
    ['https://api.example.com/#SECRET', 'a fragment'],
  ];
  for (const [text, got] of bad) {
    it(`refuses ${JSON.stringify(text)}, and says what to write without quoting it`, () => {
      expect(() => checkBaseUrl(text, {example})).to.throw(
        ConfigurationError,
        `Expected baseUrl to be an https address without user info, query and fragment, got ${got}; write baseUrl: '${example}'`,
      );
    });
  }

  it('takes http elsewhere where it is told to', () => {
    expect(checkBaseUrl('http://10.0.0.7:9081', {example, allowsHttp: true}).href).to.equal('http://10.0.0.7:9081/');
    expect(() => checkBaseUrl('ftp://10.0.0.7', {example, allowsHttp: true})).to.throw('got ftp:');
  });
});

describe('parseSecureOrigin', () => {
  for (const origin of ['https://api.example.com', 'http://localhost:8000']) {
    it(`reads ${origin}`, () => {
      expect(parseSecureOrigin(origin)).to.equal(origin);
    });
  }
  for (const text of [
    '',
    '*',
    'api.example.com',
    'http://api.example.com',
    'https://me@api.example.com',
    'https://x/y',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseSecureOrigin(text)).to.equal(undefined);
    });
  }
});
