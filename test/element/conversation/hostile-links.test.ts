import {aTimeout, expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {Offer} from '../../../src/engagement/offer.js';
import {deleteVisits} from '../../support/databases.js';
import {createStage, offer} from '../../support/element/element-session.js';
import {openFramePage, type FramePage} from '../../support/pages/frame-page.js';
import {isRendered, part} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

/** Links that a brand's endpoint at brand.example, or who has got hold of it, might answer with. */
const hostileLinks: readonly (readonly [title: string, link: unknown])[] = [
  ['a script', 'javascript:parent.document.title="hacked"'],
  ['a script in capitals', 'JaVaScRiPt:alert(1)'],
  ['a script behind a control character', '\u0001javascript:alert(1)'],
  ['a script behind a space', ' javascript:alert(1)'],
  ['a script with a tab inside', 'java\tscript:alert(1)'],
  ['a script with a line break inside', 'java\nscript:alert(1)'],
  ['a script that names the host', 'javascript://brand.example/%0aalert(1)'],
  ['a document made of text', 'data:text/html,<script>alert(1)</script>'],
  ['a script of another kind', 'vbscript:msgbox(1)'],
  ['an object in memory', 'blob:https://brand.example/0e6b1d4c-0000-4000-8000-000000000000'],
  ['a file', 'file:///etc/passwd'],
  ['the source of a page', 'view-source:https://brand.example/'],
  ['an app', 'intent://brand.example/#Intent;scheme=https;end'],
  ['a page without https', 'http://brand.example/'],
  ['user info', 'https://visitor:secret@brand.example/'],
  ['a host that stands as user info', 'https://brand.example@evil.example/'],
  ['a host that stands as user info, encoded', 'https://brand.example%40evil.example/'],
  ['another host', 'https://evil.example/'],
  ['a host that begins alike', 'https://brand.example.evil.example/'],
  ['a host that ends alike', 'https://evilbrand.example/'],
  ['a host of letters that look alike', 'https://br\u0430nd.example/'],
  ['another port', 'https://brand.example:8443/'],
  ['backslashes', 'https:\\\\evil.example\\brand.example'],
  ['a backslash before the host', 'https://evil.example\\@brand.example/'],
  ['a tab in the host', 'https://evil.exam\tple/brand.example'],
  ['an address of any protocol', '//brand.example/'],
  ['an address of any protocol, in backslashes', '\\\\evil.example\\'],
  ['a path', '/brand.example'],
  ['a host alone', 'brand.example'],
  ['no host', 'https://'],
  ['a space', ' '],
  ['nothing', ''],
  ['null', null],
  ['a number', 7],
  ['a list', ['https://brand.example/']],
  ['an object', {href: 'https://brand.example/'}],
];

/** Ids that a platform, or who has got hold of it, might answer with. */
const hostileIds: readonly string[] = [
  'javascript:alert(1)',
  'https://evil.example/',
  '//evil.example/',
  '\\\\evil.example\\',
  '@evil.example/',
  '..',
  '../../..',
  '%2e%2e/%2e%2e',
  '?next=https://evil.example',
  '#',
  '\t\n\u0000',
  '\u202e',
  'half \ud83d',
  '"><script>alert(1)</script>',
  '{visitorId}',
];

const modes = [
  ['expose', 'accept'],
  ['conversation', 'resume'],
] as const;

describe('Clicking what a hostile server has filled in', () => {
  let page: FramePage;
  let element: WebEngagementElement;
  let errors: Error[];

  // One page for all: the links must not even reach the next offer.
  before(async () => {
    page = await openFramePage();
  });
  beforeEach(() => {
    errors = [];
    page.opened.length = 0;
    element = page.document.createElement('web-engagement');
    // The storage of a busy browser may be slower than the element waits for, which it reports too.
    element.addEventListener('engagement-error', ({detail: {error}}) => {
      if (error.name !== 'StorageError') errors.push(error);
    });
  });
  afterEach(async () => {
    element.remove();
    await deleteVisits();
  });
  after(() => page.close());

  /** Puts the element on the page and clicks the main button, or calls what it does where there is none. */
  async function click(properties: Partial<WebEngagementElement>, state: string): Promise<void> {
    Object.assign(element, properties);
    page.document.body.append(element);
    await waitUntil(() => element.state === state, `reaches ${state}`);
    if (element.offer) await waitUntil(() => isRendered(element, 'card'));
    await element.updateComplete;
    const button = part(element, state === 'conversation' ? 'resume' : 'accept');
    if (button) button.click();
    else element.accept();
    // What opens things has been loaded with the card; this is for what would come late.
    await aTimeout(0);
  }

  function expectNothingOpened(): void {
    expect(page.opened.slice()).to.deep.equal([]);
    expect(page.isUnmoved(), 'the page is where it was').to.equal(true);
    expect(page.problems, 'nothing is thrown').to.deep.equal([]);
  }

  for (const [title, link] of hostileLinks) {
    it(`offers and opens nothing when the brand’s endpoint answers with a link that is ${title}`, async () => {
      const engagementDetails = {urlToChat: link, validForSeconds: 60};
      const answer = JSON.stringify({status: 'Available', engagementDetails});
      page.window.fetch = () => Promise.resolve(new page.window.Response(answer));
      await click({handoffUrl: 'https://brand.example/handoff', openIn: 'tab'}, 'failed');
      expect(element.shadowRoot!.querySelectorAll('button, section, a, [href]')).to.have.lengthOf(0);
      expect(errors).to.have.lengthOf(1);
      expect(errors[0]?.message).to.match(
        typeof link === 'string' || link === null
          ? /^Expected the hand-off link to be an https address at brand\.example, got .*allowed-hosts/
          : /engagementDetails\.urlToChat: expected string, got/,
      );
      expectNothingOpened();
    });
  }

  for (const [name, button] of modes) {
    const bring = (facts: Partial<Offer>) => ({type: name, offer: {...offer, ...facts}});

    for (const [title, link] of hostileLinks.filter(([, value]) => typeof value === 'string' && value !== '')) {
      it(`opens nothing by ${button} when the page’s own session brought a link that is ${title}`, async () => {
        const {session} = createStage(bring({url: link as string}));
        await click({session, allowedHosts: 'brand.example', openIn: 'popup'}, name);
        await waitUntil(() => errors.length > 0);
        expect(errors.map(({message}) => message)).to.deep.equal([
          'Expected the link of the offer to be an https address at a host that may be opened; write its host in allowed-hosts if it is yours',
        ]);
        expectNothingOpened();
      });
    }

    it(`opens nothing by ${button} when the page’s own source brought a link that is a script`, async () => {
      const fact = bring({url: 'javascript:alert(1)'});
      await click({sources: [{name: offer.source, start: (report) => report(fact)}]}, name);
      await waitUntil(() => errors.length > 0);
      expect(errors).to.have.lengthOf(1);
      expectNothingOpened();
    });

    it(`opens the page’s own address by ${button}, whatever the ids in it are`, async () => {
      for (const id of hostileIds) {
        const {session} = createStage(bring({contextId: id, conversationId: id}));
        const conversationUrl = 'https://brand.example/chat/{contextId}/now?c={conversationId}';
        await click({session, conversationUrl, openIn: 'tab'}, name);
        await waitUntil(() => page.opened.length > 0, `opens something for ${id}`);
        const {origin, pathname, hash, searchParams} = new URL(String(page.opened[0]?.[0]));
        expect([origin, hash, ...searchParams.keys()], id).to.deep.equal(['https://brand.example', '', 'c']);
        expect(pathname, id).to.match(/^\/chat\/[^/]*\/now$/);
        expect(page.opened.splice(0), id).to.have.lengthOf(1);
        element.remove();
      }
      expect(errors).to.be.empty;
      expectNothingOpened();
    });

    for (const conversationUrl of [
      '{contextId}',
      'https://{contextId}.brand.example/',
      'https://{contextId}@brand.example/',
    ]) {
      it(`opens nothing by ${button} when an id would decide about the host, as in ${conversationUrl}`, async () => {
        // Dots climb to a parent, so they are left out.
        for (const id of hostileIds.filter((text) => text !== '..')) {
          const {session} = createStage(bring({contextId: id}));
          await click({session, conversationUrl, openIn: 'tab'}, name);
          await waitUntil(() => errors.length > 0, `tells of ${id}`);
          expect(
            errors.splice(0).map(({message}) => message.slice(0, 55)),
            id,
          ).to.deep.equal(['Expected conversation-url to be an https address; write']);
          element.remove();
        }
        expectNothingOpened();
      });
    }
  }
});
