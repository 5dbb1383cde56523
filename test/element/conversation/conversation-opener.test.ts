import {expect} from '@open-wc/testing';
import {
  conversationAddress,
  conversationUrl,
  openConversation,
  type OpenerSettings,
} from '../../../src/element/conversation/conversation-opener.js';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import type {OpenIn} from '../../../src/tag/settings/settings.js';
import type {Offer} from '../../../src/engagement/offer.js';

const offer: Offer = {
  id: 'offer',
  source: 'stage',
  campaignId: '1',
  engagementId: '2',
  contextId: '3',
  conversationId: '4',
  connectorId: '5',
  windowId: '6',
  language: 'en-US',
  visitorId: '7',
  sessionId: '8',
};

function fill(template: string, ids: Partial<Offer> = {}, allowedHosts = ''): string | undefined {
  return conversationUrl({template, allowedHosts}, {...offer, ...ids})?.href;
}

describe('The address of a conversation', () => {
  it('has every id in the place of its name', () => {
    const template =
      'https://brand.example/{campaignId}/{engagementId}/{contextId}/{conversationId}/{connectorId}/{windowId}' +
      '?l={language}&v={visitorId}&s={sessionId}';
    expect(fill(template)).to.equal('https://brand.example/1/2/3/4/5/6?l=en-US&v=7&s=8');
  });

  const encoded: [value: string, query: string][] = [
    ['a&b=c#d', 'a%26b%3Dc%23d'],
    ['ü +%', '%C3%BC%20%2B%25'],
    ['{visitorId}', '%7BvisitorId%7D'],
    ['$&$1', '%24%26%241'],
    ['half \ud83d', 'half%20%EF%BF%BD'],
    ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ];
  for (const [value, query] of encoded) {
    it(`encodes ${JSON.stringify(value)}`, () => {
      expect(fill('https://brand.example/?c={contextId}', {contextId: value})).to.equal(
        `https://brand.example/?c=${query}`,
      );
    });
  }

  it('leaves the place of a missing id empty', () => {
    expect(
      conversationUrl({template: 'https://brand.example/?c={contextId}', allowedHosts: ''}, {id: '', source: ''})?.href,
    ).to.equal('https://brand.example/?c=');
  });

  it('leaves the words in braces that are no ids as they are', () => {
    expect(fill('https://brand.example/?a={id}{source}{constructor}')).to.equal(
      'https://brand.example/?a={id}{source}{constructor}',
    );
  });

  for (const value of ['.', '..', '../..', '/', '\\', '//evil.example', '@evil.example']) {
    it(`stays in its folder when an id is ${JSON.stringify(value)}`, () => {
      const url = new URL(fill('https://brand.example/chat/{contextId}/now', {contextId: value})!);
      expect(url.host).to.equal('brand.example');
      expect(url.pathname).to.match(/^\/chat\/[^/]*\/now$/);
    });
  }

  const refused: [title: string, template: string, allowedHosts: string][] = [
    ['an id decides about the host', 'https://{contextId}.brand.example/', 'brand.example'],
    ['an id decides about the whole host', 'https://{contextId}/', 'evil.example'],
    ['an id decides about the port', 'https://brand.example:{contextId}/', 'brand.example brand.example:3'],
    ['an id decides about user info', 'https://{contextId}@brand.example/', ''],
    ['an id decides about the protocol', '{contextId}://brand.example/', ''],
    ['the address is the id', '{contextId}', 'brand.example'],
    ['it is not on an allowed host', 'https://brand.example/', 'other.example'],
    ['it is a script', 'javascript:alert({contextId})', ''],
    ['it is not https', 'http://brand.example/', ''],
    ['it is relative', '/chat/{contextId}', ''],
    ['there is none', '', ''],
  ];
  for (const [title, template, allowedHosts] of refused) {
    it(`is refused when ${title}`, () => expect(fill(template, {}, allowedHosts)).to.be.undefined);
  }

  const accepted: [title: string, template: string, allowedHosts: string][] = [
    ['on the template’s own host when no host is allowed', 'https://brand.example/', ''],
    ['on an allowed host', 'https://brand.example/', 'other.example, brand.example'],
    ['below an allowed host', 'https://chat.brand.example/', 'brand.example'],
    ['on this machine', 'http://localhost:4000/', ''],
  ];
  for (const [title, template, allowedHosts] of accepted) {
    it(`may be ${title}`, () => expect(fill(template, {}, allowedHosts)).to.equal(template));
  }
});

describe('The opening of a conversation', () => {
  const settings: OpenerSettings = {
    openIn: 'event',
    conversationUrl: 'https://brand.example/{contextId}',
    allowedHosts: undefined,
    handoffUrl: undefined,
  };

  /** What is opened with these settings: address, target and features. */
  function opened(changes: Partial<OpenerSettings>, changed: Partial<Offer> = {}): string[] | undefined {
    let request: string[] | undefined;
    openConversation({...settings, ...changes}, {...offer, ...changed}, (...opening) => (request = opening));
    return request;
  }

  for (const openIn of ['tab', 'popup'] as const) {
    it(`happens in a ${openIn} that cannot reach back`, () => {
      const [url, target, features = ''] = opened({openIn}) ?? [];
      expect([url, target]).to.deep.equal(['https://brand.example/3', '_blank']);
      expect(features).to.match(/\bnoopener\b.*\bnoreferrer\b/);
      expect(/\bpopup\b/.test(features)).to.equal(openIn === 'popup');
    });
  }

  for (const openIn of ['event', 'panel', 'window', 'constructor'] as OpenIn[]) {
    it(`does not happen for open-in="${openIn}"`, () => expect(opened({openIn})).to.be.undefined);
  }

  it('has an address for a panel, which opens it itself', () => {
    expect(conversationAddress({...settings, openIn: 'panel'}, offer).href).to.equal('https://brand.example/3');
  });

  // A page that removes the attribute sets null.
  for (const conversationUrl of [
    'javascript:alert(1)',
    'http://brand.example/',
    undefined,
    null as unknown as undefined,
  ]) {
    it(`says what is wrong with the address ${conversationUrl}, which may not be opened`, () => {
      const message = 'Expected conversation-url to be an https address';
      expect(() => opened({openIn: 'tab', conversationUrl})).to.throw(ConfigurationError, message);
      expect(() => conversationAddress({...settings, conversationUrl}, offer)).to.throw(ConfigurationError, message);
    });
  }

  describe('by the offer’s own link', () => {
    const url = 'https://chat.brand.example/?once=1';

    for (const [openIn, isPopup] of [
      ['event', false],
      ['tab', false],
      ['panel', false],
      ['popup', true],
    ] as const) {
      it(`happens in a ${isPopup ? 'small window' : 'tab'} for open-in="${openIn}"`, () => {
        const [address, target, features = ''] = opened({openIn}, {url}) ?? [];
        expect([address, target]).to.deep.equal([url, '_blank']);
        expect(features).to.match(/\bnoopener\b.*\bnoreferrer\b/);
        expect(/\bpopup\b/.test(features)).to.equal(isPopup);
      });
    }

    it('does not happen when the link has vanished', () => {
      expect(opened({openIn: 'tab'}, {url: undefined})).to.be.undefined;
    });

    const allowed: [title: string, changes: Partial<OpenerSettings>][] = [
      ['on an allowed host', {allowedHosts: 'other.example brand.example'}],
      ['on the host of the hand-off endpoint', {handoffUrl: 'https://chat.brand.example/handoff'}],
      ['anywhere when the page brings sources of its own, and names no host', {}],
    ];
    for (const [title, changes] of allowed) {
      it(`may lead to a place ${title}`, () => expect(opened(changes, {url})?.[0]).to.equal(url));
    }

    const refused: [title: string, link: string, changes: Partial<OpenerSettings>][] = [
      ['another host than is allowed', url, {allowedHosts: 'other.example'}],
      ['another host than that of the hand-off endpoint', url, {handoffUrl: 'https://www.brand.example/handoff'}],
      ['a script', 'javascript:alert(1)', {}],
      ['a document made of text', 'data:text/html,<script>alert(1)</script>', {}],
      ['a page without https', 'http://brand.example/', {}],
      ['user info', 'https://brand.example@evil.example/', {}],
      ['no host', '/chat', {}],
    ];
    for (const [title, link, changes] of refused) {
      it(`may not lead to ${title}`, () => {
        expect(() => opened(changes, {url: link})).to.throw(ConfigurationError, /write its host in allowed-hosts/);
      });
    }
  });
});
