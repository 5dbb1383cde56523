import {expect, fixture, html} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {createStage, exposed, inConversation} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

/** Puts a link of this size at a place of the window, in px from the corner where the widget is. */
async function placeLink(right: number, bottom: number, width = 80, height = 20): Promise<HTMLAnchorElement> {
  const link = await fixture<HTMLAnchorElement>(html`<a href="#nowhere">A link of the page</a>`);
  const place = {right: `${right}px`, bottom: `${bottom - scrollY}px`, width: `${width}px`, height: `${height}px`};
  Object.assign(link.style, {position: 'absolute', overflow: 'hidden', ...place});
  return link;
}

/** Focuses as the keyboard does; where the window has no focus, the browser tells nobody, so the event is made. */
function focus(target: HTMLElement): void {
  const hears = {heard: false};
  target.addEventListener('focusin', () => (hears.heard = true), {once: true});
  target.focus();
  if (!hears.heard) target.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true}));
}

const isYielded = (element: WebEngagementElement): boolean => element.matches(':state(yielded)');

/** Whether the window shows nothing of an element's box but what is over it. */
function isHidden(target: HTMLElement): boolean {
  const {left, top, width, height} = target.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) !== target;
}

describe('What has the focus on the page', () => {
  for (const fact of [exposed, inConversation]) {
    it(`is not hidden by the card of ${fact.type}, which folds into the launcher`, async () => {
      const element = await mountIn(fact.type as 'expose', createStage(fact));
      const link = await placeLink(100, 150);
      focus(link);
      await settle(element);
      expect([isRendered(element, 'card'), isRendered(element, 'launcher'), isHidden(link)]).to.deep.equal([
        false,
        true,
        false,
      ]);
      expect(element.state).to.equal(fact.type);
      expect(document.activeElement === link).to.be.true;
    });
  }

  it('is not hidden by a card that comes later', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const link = await placeLink(100, 150);
    focus(link);
    stage.say(exposed);
    await waitUntil(() => isRendered(element, 'launcher'));
    await settle(element);
    expect([isRendered(element, 'card'), isHidden(link)]).to.deep.equal([false, false]);
  });

  it('is not hidden by the launcher, which steps aside until the focus goes elsewhere', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const [below, elsewhere] = [await placeLink(30, 40, 50), await placeLink(700, 400)];
    const place = part(element, 'launcher')!.getBoundingClientRect().top;
    focus(below);
    await settle(element);
    expect([isYielded(element), isHidden(below)]).to.deep.equal([true, false]);
    expect(part(element, 'launcher')!.getBoundingClientRect().top).to.be.above(innerHeight - 1);
    focus(elsewhere);
    expect(isYielded(element)).to.be.false;
    expect(part(element, 'launcher')!.getBoundingClientRect().top).to.equal(place);
  });

  it('may go to the launcher that has stepped aside, which then is there', async () => {
    const element = await mountIn('expose', createStage(exposed));
    focus(await placeLink(30, 40, 50));
    await settle(element);
    focus(part(element, 'launcher')!);
    expect(isYielded(element)).to.be.false;
  });

  it('is not hidden by half by the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    focus(await placeLink(330, 150, 120));
    await settle(element);
    expect(isRendered(element, 'card')).to.be.false;
  });

  it('is not hidden by the further options above the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    part(element, 'more')!.click();
    await settle(element);
    const {right, bottom, height} = part(element, 'options')!.getBoundingClientRect();
    const link = await placeLink(innerWidth - right + 20, innerHeight - bottom + height / 2);
    focus(link);
    await settle(element);
    expect([isRendered(element, 'card'), isHidden(link)]).to.deep.equal([false, false]);
  });

  const uncovered: [title: string, right: number, bottom: number, width?: number, height?: number][] = [
    ['beside the card', 600, 150],
    ['under the card by less than half', 336, 150, 120],
    ['larger than the card', 0, 0, 900, 900],
    ['outside of the window', 100, -400],
  ];
  for (const [title, ...place] of uncovered) {
    it(`leaves the card open when it is ${title}`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      focus(await placeLink(...place));
      await settle(element);
      expect([isRendered(element, 'card'), isYielded(element)]).to.deep.equal([true, false]);
    });
  }

  it('is not hidden by the card when the page scrolls it there', async () => {
    const page = await fixture<HTMLElement>(html`<div><a href="#nowhere">A link of the page</a></div>`);
    const link = page.querySelector('a')!;
    Object.assign(page.style, {position: 'fixed', inset: '0 0 0 auto', width: '300px', overflow: 'auto'});
    Object.assign(link.style, {display: 'block', margin: '1600px 100px'});
    const element = await mountIn('expose', createStage(exposed));
    link.focus({preventScroll: true});
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
    const card = part(element, 'card')!.getBoundingClientRect();
    page.scrollTop = link.getBoundingClientRect().top - card.top - 60;
    await waitUntil(() => !isRendered(element, 'card'));
  });

  it('folds nothing that is inline', async () => {
    const element = await mountIn('expose', createStage(exposed), {placement: 'inline'});
    const {left, top} = part(element, 'card')!.getBoundingClientRect();
    const link = await placeLink(0, 0);
    Object.assign(link.style, {inset: `${top + 50}px auto auto ${left + 50}px`});
    focus(link);
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });
});
