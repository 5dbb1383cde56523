import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {
  addStyles,
  doubleText,
  showSurface,
  stand,
  surfaces,
  textSpacing,
  visibleButtons,
  visibleSurfaces,
} from '../support/element/surfaces.js';
import {waitUntil} from '../support/wait-until.js';

const cases = [
  ['320 × 256 px, as at 400 % zoom (1.4.10)', 320, 256, ''],
  ['320 × 256 px with more space in the text (1.4.12)', 320, 256, textSpacing],
  ['1280 × 1024 px with more space in the text (1.4.12)', 1280, 1024, textSpacing],
  ['1280 × 1024 px with text of twice the size (1.4.4)', 1280, 1024, doubleText],
  ['390 × 844 px, a phone, with text of twice the size (1.4.4)', 390, 844, doubleText],
  ['320 × 640 px, a small phone, with text of twice the size (1.4.4)', 320, 640, doubleText],
] as const;

describe('loses nothing, and scrolls in one direction only [A14]', () => {
  for (const [size, width, height, css] of cases) {
    describe(`in ${size}`, () => {
      let page: FramePage;
      before(async () => {
        page = await openFramePage({width, height, body: '<main><h1>Brand</h1></main>'});
      });
      after(() => page.close());

      for (const surface of surfaces) {
        it(`with ${surface.name}`, async () => {
          const element = await showSurface(page, surface);
          addStyles(page, element, css);
          await stand(element);
          expect(findSideways(page, element)).to.deep.equal([]);
          await reachAll(page, element);
          element.remove();
        });
      }
    });
  }
});

/** What makes somebody scroll sideways, or lies outside of the window. */
function findSideways({document, window}: FramePage, element: WebEngagementElement): string[] {
  const {scrollWidth, clientWidth} = document.documentElement;
  const isInline = element.placement === 'inline';
  const outside = visibleSurfaces(element).filter((surface) => {
    const {left, right, top, bottom} = surface.getBoundingClientRect();
    const isTooTall = !isInline && (top < 0 || bottom > window.innerHeight);
    const scrolls = getComputedStyle(surface).overflowX !== 'visible' && surface.scrollWidth > surface.clientWidth;
    return left < 0 || right > window.innerWidth || isTooTall || scrolls;
  });
  const texts = [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>('[part=title], [part=body], [part=wait], .card button'),
  ];
  const cut = texts.filter((text) => text.checkVisibility() && text.scrollWidth > text.clientWidth + 1);
  return [
    ...(scrollWidth > clientWidth ? ['the page'] : []),
    ...[...outside, ...cut].map(({part}) => `${part.value} is too wide or outside`),
  ];
}

/** Focuses one button after the other, and waits until it is to be seen. */
async function reachAll(page: FramePage, element: WebEngagementElement): Promise<void> {
  // Firefox leaves what has the focus where it is when the window shows a part of it.
  const isReached = (button: HTMLElement): boolean => {
    const {left, top, width, height} = button.getBoundingClientRect();
    const {innerWidth} = page.window;
    const isHit = (down: number): boolean =>
      button.contains(element.shadowRoot!.elementFromPoint(left + width / 2, top + down * height));
    return left >= 0 && left + width <= innerWidth && [0.02, 0.25, 0.5, 0.75, 0.98].some(isHit);
  };
  for (const button of visibleButtons(element)) {
    button.focus();
    // Some engines scroll some frames later.
    await waitUntil(() => isReached(button), `${button.part.value} can be reached`, 1_000);
  }
}
