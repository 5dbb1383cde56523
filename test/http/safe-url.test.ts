import {expect} from '@open-wc/testing';
import {safeUrl} from '../../src/http/safe-url.js';

const hosts = ['brand.example', 'localhost:8080', 'BÜCHER.example', 'chat.example:8443'];

describe('safeUrl', () => {
  const good: [text: string, href: string][] = [
    ['https://brand.example/chat?a=b#c', 'https://brand.example/chat?a=b#c'],
    ['https://chat.brand.example', 'https://chat.brand.example/'],
    ['HTTPS://BRAND.EXAMPLE:443/', 'https://brand.example/'],
    [' https://brand.example/\n', 'https://brand.example/'],
    ['https:\\\\brand.example\\chat', 'https://brand.example/chat'],
    ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
    ['https://chat.example:8443/', 'https://chat.example:8443/'],
    ['http://localhost:8080/chat', 'http://localhost:8080/chat'],
  ];
  for (const [text, href] of good) {
    it(`reads ${JSON.stringify(text)}`, () => expect(safeUrl(text, hosts)?.href).to.equal(href));
  }

  const scripts = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    'javascript://brand.example/%0aalert(1)',
    'javascript:alert(1)//https://brand.example',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://brand.example/0000',
    'filesystem:https://brand.example/temporary/x',
    'about:blank',
    'view-source:https://brand.example',
    'file:///etc/passwd',
    'ws://brand.example',
  ];
  const strangers = [
    'https://evil.example',
    'https://evilbrand.example',
    'https://brand.example.evil.io',
    'https://brand.example@evil.example',
    'https://brand.example:443@evil.example',
    'https:\\\\evil.example',
    'https://evil.example\\@brand.example',
    'https://evil.example#brand.example',
    'https://evil.example?brand.example',
    'https://evil.example/.brand.example',
    'https://brand.example%2eevil.io',
    'https://brand。example.evil.io',
    'https://brand.example.',
    'https://brand.example:8443',
    'https://chat.example',
    'https://example',
  ];
  const others = [
    'http://brand.example',
    'http://localhost',
    'http://localhost.evil.example:8080',
    'https://visitor@brand.example',
    'https://visitor:secret@brand.example',
    'https://:secret@brand.example',
    '//brand.example',
    '/chat',
    'brand.example',
    'https:',
    'https://',
    '',
    ' ',
  ];
  for (const text of [...scripts, ...strangers, ...others]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(safeUrl(text, hosts)).to.be.undefined);
  }

  for (const entry of ['', ' ', '*', '.', 'example/', 'https://brand.example', '@brand.example', 'a b', '?', '#']) {
    it(`lets nothing through for the allowed host ${JSON.stringify(entry)}`, () => {
      expect(safeUrl('https://brand.example', [entry])).to.be.undefined;
      expect(safeUrl('https://https/', [entry])).to.be.undefined;
    });
  }

  it('lets nothing through when no host is allowed', () =>
    expect(safeUrl('https://brand.example', [])).to.be.undefined);
});
