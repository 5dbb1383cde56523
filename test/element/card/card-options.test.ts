import {expect} from '@open-wc/testing';
import type {EngagementAcceptEvent} from '../../../src/tag/event-classes.js';
import type {Topic} from '../../../src/tag/settings/settings.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createStage, exposed, inConversation} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

const topics: readonly Topic[] = [
  {id: 'sizes', text: 'Which size fits me?'},
  {id: 'returns', text: 'How do I send it back?'},
];

/** Collects what the page's author reads in the console during `act`. */
async function linesDuring(act: () => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  const {warn} = console;
  console.warn = (line: string) => lines.push(line);
  try {
    await act();
  } finally {
    console.warn = warn;
  }
  return lines;
}

describe('Topics', () => {
  const buttons = (element: Element) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=topic]')];

  it('are buttons of the invitation that accept it with their id', async () => {
    const element = await mountIn('expose', createStage(exposed), {topics, locale: 'en'});
    await waitUntil(() => isRendered(element, 'topics'));
    expect(buttons(element).map(({textContent}) => textContent)).to.deep.equal(topics.map(({text}) => text));
    await expectAccessible(element);
    let accepted: EngagementAcceptEvent | undefined;
    element.addEventListener('engagement-accept', (event) => {
      event.preventDefault();
      accepted = event;
    });
    buttons(element)[1]!.click();
    await waitUntil(() => element.state === 'accepted');
    expect(accepted?.detail.topic).to.equal('returns');
  });

  it('are written in their own direction', async () => {
    const element = await mountIn('expose', createStage(exposed), {topics, locale: 'ar'});
    await waitUntil(() => isRendered(element, 'topics'));
    const {direction, unicodeBidi} = getComputedStyle(buttons(element)[0]!);
    expect([direction, unicodeBidi]).to.deep.equal(['ltr', 'isolate']);
  });

  it('are named by no acceptance that chooses none', async () => {
    const element = await mountIn('expose', createStage(exposed), {topics});
    let detail: object = {};
    element.addEventListener('engagement-accept', (event) => {
      event.preventDefault();
      ({detail} = event);
    });
    element.accept();
    await waitUntil(() => element.state === 'accepted');
    expect(Object.keys(detail)).to.deep.equal(['offer']);
  });

  it('fill the address of the conversation, also in the panel', async () => {
    const conversationUrl = `${location.origin}/?topic={topic}`;
    const element = await mountIn('expose', createStage(exposed), {topics, conversationUrl, openIn: 'panel'});
    await waitUntil(() => isRendered(element, 'topics'));
    buttons(element)[0]!.click();
    await waitUntil(() => element.shadowRoot!.querySelector('iframe'));
    expect(element.shadowRoot!.querySelector('iframe')!.src).to.equal(`${location.origin}/?topic=sizes`);
  });

  it('are three at most and none but texts, and the page’s author reads so once', async () => {
    const wrong = [...topics, null, {id: 5, text: 'Five'}, ...topics, {id: 'x'}] as readonly Topic[];
    const lines = await linesDuring(async () => {
      const element = await mountIn('expose', createStage(exposed), {topics: wrong});
      await waitUntil(() => isRendered(element, 'topics'));
      element.requestUpdate();
      await settle(element);
      expect(buttons(element)).to.have.lengthOf(3);
    });
    expect(lines.filter((line) => line.includes('Expected topics to be'))).to.have.lengthOf(1);
  });

  it('are not there in a conversation', async () => {
    const element = await mountIn('conversation', createStage(inConversation), {topics, privacyUrl: '/privacy'});
    await waitUntil(() => isRendered(element, 'privacy'));
    expect(part(element, 'topics')).to.equal(null);
  });
});

describe('The link to the page on privacy', () => {
  it('leads there in another tab, and is large enough', async () => {
    const element = await mountIn('expose', createStage(exposed), {privacyUrl: '/privacy', locale: 'en'});
    await waitUntil(() => isRendered(element, 'privacy'));
    const link = part(element, 'privacy') as HTMLAnchorElement;
    expect([link.textContent, link.href, link.target, link.rel]).to.deep.equal([
      'How we handle your data',
      `${location.origin}/privacy`,
      '_blank',
      'noopener',
    ]);
    expect(link.getBoundingClientRect().height).to.be.at.least(44);
    await expectAccessible(element);
  });

  it('gives way to what the page puts there', async () => {
    const element = await mountIn('expose', createStage(exposed), {privacyUrl: '/privacy'});
    await waitUntil(() => isRendered(element, 'privacy'));
    const own = document.createElement('p');
    own.slot = 'privacy';
    element.append(own);
    await settle(element);
    expect(isRendered(element, 'privacy')).to.be.false;
  });

  for (const privacyUrl of [
    'http://brand.example/',
    'javascript:alert(1)',
    'https://user@brand.example/',
    'https://',
  ]) {
    it(`is not there for ${privacyUrl}, and the page’s author reads why`, async () => {
      const lines = await linesDuring(async () => {
        const element = await mountIn('expose', createStage(exposed), {
          privacyUrl,
          waitTime: () => Promise.resolve(60),
        });
        await waitUntil(() => isRendered(element, 'wait'));
        expect(part(element, 'privacy')).to.equal(null);
      });
      expect(lines.filter((line) => line.includes('Expected privacy-url to be'))).to.have.lengthOf(1);
    });
  }
});

describe('The number in the page’s title', () => {
  const before = document.title;

  afterEach(() => {
    document.title = before;
  });

  it('follows the unread messages and the page’s own title, and goes with the element', async () => {
    document.title = 'Shop';
    const element = await mountIn('conversation', createStage(inConversation), {titleBadge: true, unread: 3});
    await waitUntil(() => document.title === '(3) Shop');
    element.unread = 120;
    await waitUntil(() => document.title === '(99+) Shop');
    document.title = 'Basket';
    await waitUntil(() => document.title === '(99+) Basket');
    element.unread = 0;
    await waitUntil(() => document.title === 'Basket');
    element.unread = 1;
    await waitUntil(() => document.title === '(1) Basket');
    element.remove();
    expect(document.title).to.equal('Basket');
  });

  it('is not there unless the page asks for it', async () => {
    document.title = 'Shop';
    const element = await mountIn('conversation', createStage(inConversation), {privacyUrl: '/privacy', unread: 3});
    await waitUntil(() => isRendered(element, 'privacy'));
    expect(document.title).to.equal('Shop');
  });
});
