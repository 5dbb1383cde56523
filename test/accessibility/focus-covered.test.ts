import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {crowdedPage} from '../support/pages/crowded-page.js';
import {createStage, exposed, inConversation} from '../support/element/element-session.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {isRendered} from '../support/element/mount.js';
import {stand} from '../support/element/surfaces.js';
import {frames} from '../support/frames.js';
import {waitUntil} from '../support/wait-until.js';

/** Along each side of a box, with its edges. */
const points = [0.01, 0.25, 0.5, 0.75, 0.99];

describe('never hides more than half of the focused element of the page [A2]', () => {
  let page: FramePage;
  beforeEach(async () => {
    page = await openFramePage({width: 640, height: 600, body: crowdedPage});
  });
  afterEach(() => page.close());

  /** Focuses an element as the keyboard does; where the window has no focus, the browser tells nobody, so the event is made. */
  function focus(target: HTMLElement): void {
    const hears = {heard: false};
    target.addEventListener('focusin', () => (hears.heard = true), {once: true});
    target.focus();
    if (!hears.heard) target.dispatchEvent(new page.window.FocusEvent('focusin', {bubbles: true, composed: true}));
  }

  /** How much of an element can be seen, from 0 to 1. */
  function visiblePart(target: Element): number {
    const {left, top, width, height} = target.getBoundingClientRect();
    const hits = points.flatMap((across) =>
      points.filter((down) =>
        target.contains(page.document.elementFromPoint(left + across * width, top + down * height)),
      ),
    );
    return hits.length / points.length ** 2;
  }

  const cases: readonly (readonly [name: string, fact: typeof exposed, properties: Partial<WebEngagementElement>])[] = [
    ['the invitation', exposed, {}],
    ['the invitation on the other side', exposed, {placement: 'start'}],
    ['the bubble', exposed, {format: 'bubble'}],
    ['the banner', exposed, {format: 'banner'}],
    ['the way back', inConversation, {}],
  ];
  for (const [name, fact, properties] of cases) {
    it(`with ${name}, wherever the focus goes`, async () => {
      const element = page.document.createElement('web-engagement');
      Object.assign(element, {session: createStage(fact).session}, properties);
      page.document.body.append(element);
      await waitUntil(() => isRendered(element, 'launcher') || isRendered(element, 'card'), 'something is shown');
      await stand(element);
      for (const target of page.document.querySelectorAll<HTMLElement>('input, a, button')) {
        focus(target);
        // Browsers scroll, and the element looks again, some frames later.
        await frames(3, page.window);
        const name = target.textContent || target.ariaLabel;
        await waitUntil(() => visiblePart(target) >= 0.5, `half of ${name} can be seen`);
      }
    });
  }

  it('and the test itself notices what is hidden', async () => {
    const cover = page.document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; background: #fff';
    page.document.body.append(cover);
    const target = page.document.querySelector<HTMLElement>('.rail a:last-child')!;
    focus(target);
    expect(visiblePart(target)).to.equal(0);
  });
});
