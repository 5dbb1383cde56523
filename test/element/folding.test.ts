import {expect} from '@open-wc/testing';
import type {EngagementSource, OfferAct, SourceFact} from '../../src/engagement/source.js';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import '../../src/element/define.js';
import {exposed, inConversation, offer} from '../support/element/element-session.js';
import {isRendered, part, record, settle} from '../support/element/mount.js';
import {frames} from '../support/frames.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {waitUntil} from '../support/wait-until.js';

function press(target: EventTarget, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
}

type Act = (element: WebEngagementElement) => void;

const click =
  (name: string): Act =>
  (element) =>
    part(element, name)!.click();

/** What an element has told of an appearance and a refusal. */
const heard = new WeakMap<WebEngagementElement, string[]>();

describe('What a visitor has folded into the launcher', () => {
  let accountId: string;
  let pages: FramePage[];

  beforeEach(() => {
    accountId = crypto.randomUUID();
    pages = [];
  });
  afterEach(() => pages.forEach((page) => page.close()));

  /** Puts an element of the account on a page of its own, as another tab or the next page has it. */
  async function place(
    fact: SourceFact = exposed,
    properties: Partial<WebEngagementElement> = {},
    acts: OfferAct[] = [],
  ): Promise<WebEngagementElement> {
    const page = await openFramePage({height: 700});
    pages.push(page);
    const element = page.document.createElement('web-engagement');
    const source: EngagementSource = {
      name: offer.source,
      start: (report) => report(fact),
      acknowledge: (act) => acts.push(act),
    };
    Object.assign(element, {accountId, sources: [source], ...properties});
    heard.set(element, record(element, 'engagement-shown', 'engagement-dismiss'));
    page.document.body.append(element);
    return element;
  }

  async function open(...given: Parameters<typeof place>): Promise<WebEngagementElement> {
    const element = await place(...given);
    await waitUntil(() => isRendered(element, 'launcher') || isRendered(element, 'card'), 'the offer is there');
    await settle(element);
    return element;
  }

  /** The parts that can be seen. */
  const seen = (element: WebEngagementElement): string[] =>
    ['card', 'panel', 'launcher', 'badge'].filter((name) => isRendered(element, name));

  /** Waits until the other tabs have heard of what was folded, and so the next page will, too. */
  const isFolded = (element: WebEngagementElement): Promise<void> =>
    waitUntil(() => seen(element).join() === 'launcher,badge', 'it is folded');

  const folds: [title: string, fact: SourceFact, properties: Partial<WebEngagementElement>, act: Act][] = [
    ['×', exposed, {}, click('close')],
    ['the launcher', exposed, {}, click('launcher')],
    ['the banner’s ×', exposed, {format: 'banner'}, click('close')],
    ['Escape', exposed, {}, (element) => press(part(element, 'accept')!, 'Escape')],
    ['“Not now”', inConversation, {}, click('dismiss')],
    ['the launcher of a conversation', inConversation, {}, click('launcher')],
    ['Escape in a conversation', inConversation, {}, (element) => press(part(element, 'resume')!, 'Escape')],
  ];
  for (const [title, fact, properties, act] of folds) {
    it(`by ${title} stays folded in another tab and on the next page, without a word`, async () => {
      const acts: OfferAct[] = [];
      const [tab, other] = [await open(fact, properties), await open(fact, properties)];
      act(tab);
      await isFolded(tab);
      await isFolded(other);
      const next = await open(fact, properties, acts);
      expect(seen(next)).to.deep.equal(['launcher', 'badge']);
      await frames(3);
      expect([heard.get(next), acts, part(next, 'status')!.textContent, next.state]).to.deep.equal([
        [],
        [],
        '',
        fact.type,
      ]);
    });
  }

  it('by the panel’s × stays folded on the next page', async () => {
    const conversationUrl = new URL('/test/support/pages/poster.html', location.href).href;
    const properties = {openIn: 'panel', conversationUrl} as const;
    const [tab, other] = [await open(inConversation, properties), await open(inConversation, properties)];
    part(tab, 'resume')!.click();
    await waitUntil(() => isRendered(tab, 'panel'));
    part(tab, 'minimize')!.click();
    await isFolded(tab);
    await isFolded(other);
    expect(seen(await open(inConversation, properties))).to.deep.equal(['launcher', 'badge']);
  });

  it('as a bubble is no second impression', async () => {
    const acts: OfferAct[] = [];
    const bubble = {format: 'bubble'} as const;
    const [tab, other] = [await open(exposed, bubble), await open(exposed)];
    part(tab, 'launcher')!.click();
    await settle(tab);
    part(tab, 'close')!.click();
    await isFolded(other);
    const next = await open(exposed, bubble, acts);
    await frames(3);
    expect([heard.get(next), acts]).to.deep.equal([[], []]);
  });

  it('may be kept off the page like any other offer', async () => {
    const [tab, other] = [await open(), await open()];
    part(tab, 'close')!.click();
    await isFolded(other);
    const next = await place();
    next.addEventListener('engagement-show', (event) => event.preventDefault());
    await waitUntil(() => next.state === 'expose');
    await settle(next);
    expect(seen(next)).to.deep.equal([]);
  });

  it('comes at once, without the delay of an invitation', async () => {
    const [tab, other] = [await open(), await open()];
    part(tab, 'close')!.click();
    await isFolded(other);
    expect(seen(await open(exposed, {delay: 600}))).to.deep.equal(['launcher', 'badge']);
  });

  it('does not fold another offer', async () => {
    const [tab, other] = [await open(), await open()];
    part(tab, 'close')!.click();
    await isFolded(other);
    expect(seen(await open({type: 'expose', offer: {...offer, id: 'offer-2'}}))).to.include('card');
  });

  const openings: [title: string, act: Act][] = [
    ['a click on the launcher', click('launcher')],
    ['show()', (element) => element.show()],
  ];
  for (const [title, act] of openings) {
    it(`is open again after ${title}, on the next page too, but not in another tab that is there`, async () => {
      const [tab, other] = [await open(), await open()];
      part(tab, 'close')!.click();
      await isFolded(other);
      act(tab);
      await settle(tab);
      expect(seen(tab)).to.include('card');
      tab.remove();
      await waitUntil(async () => {
        const next = await open();
        const isOpen = isRendered(next, 'card');
        next.remove();
        return isOpen;
      }, 'the next page shows the card');
      expect(seen(other)).to.deep.equal(['launcher', 'badge']);
    });
  }

  it('is not remembered when the page or a timer folds it', async () => {
    const tab = await open();
    tab.hide();
    await settle(tab);
    expect(seen(tab)).to.deep.equal(['launcher', 'badge']);
    expect(seen(await open())).to.include('card');
  });

  it('opens for a message that has come since, and says so', async () => {
    const [tab, other] = [await open(inConversation, {unread: 2}), await open(inConversation, {unread: 2})];
    part(tab, 'dismiss')!.click();
    await waitUntil(() => !isRendered(other, 'card'));
    const next = await open(inConversation, {unread: 2});
    expect(seen(next)).to.deep.equal(['launcher', 'badge']);
    next.unread = 3;
    await settle(next);
    expect(seen(next)).to.deep.equal(['card', 'launcher']);
    await waitUntil(() => part(next, 'status')!.textContent !== '');
  });

  for (const method of ['reset', 'revokeConsent'] as const) {
    it(`is forgotten by ${method}()`, async () => {
      const [tab, other] = [await open(), await open()];
      part(tab, 'close')!.click();
      await isFolded(other);
      await tab[method]();
      expect(seen(await open())).to.include('card');
    });
  }
});

describe('The launcher', () => {
  it('shows a chevron while something is open, and the chat’s sign otherwise', async () => {
    const element = document.createElement('web-engagement');
    const source: EngagementSource = {name: offer.source, start: (report) => report(exposed)};
    Object.assign(element, {accountId: crypto.randomUUID(), sources: [source]});
    document.body.append(element);
    const icon = (name: string): string | null | undefined =>
      [...(part(element, name)?.querySelectorAll('path') ?? [])]
        .find((path) => getComputedStyle(path).opacity === '1')
        ?.getAttribute('d');
    await waitUntil(() => isRendered(element, 'card'));
    await settle(element);
    const open = icon('launcher');
    expect(open).not.to.equal(icon('close'));
    element.hide();
    await settle(element);
    expect(icon('launcher')).not.to.equal(open);
    element.remove();
  });
});
