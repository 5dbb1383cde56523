import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import {contrast, groundOf, textContrast} from '../support/accessibility/contrast.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {part} from '../support/element/mount.js';
import {showSurface, surfaces, visibleSurfaces, type Surface} from '../support/element/surfaces.js';

const [invitation] = surfaces;

describe('has enough contrast by default [A16]', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 1280, height: 800});
  });
  after(() => page.close());

  async function show(surface: Surface, scheme: string): Promise<WebEngagementElement> {
    const {style} = page.document.documentElement;
    Object.assign(style, {colorScheme: scheme, background: scheme === 'dark' ? '#111' : '#fff'});
    return showSurface(page, surface);
  }

  for (const scheme of ['light', 'dark'] as const) {
    // What the bubble says can only be heard.
    for (const surface of surfaces.filter(({name}) => name !== 'the bubble')) {
      it(`in the texts of ${surface.name}, ${scheme}`, async () => {
        const element = await show(surface, scheme);
        const ratios = textsOf(element).map((text) => [text.textContent.trim(), textContrast(text)] as const);
        element.remove();
        expect(ratios).not.to.be.empty;
        expect(ratios.filter(([, ratio]) => ratio < 4.5)).to.deep.equal([]);
      });
    }

    it(`in the ground of the main button, ${scheme}`, async () => {
      const element = await show(invitation!, scheme);
      const [card, accept] = ['card', 'accept'].map((name) => part(element, name)!);
      const ratio = contrast(groundOf(card!), groundOf(accept!));
      element.remove();
      expect(ratio).to.be.at.least(3);
    });

    it(`in the pictures that tell something, ${scheme}`, async () => {
      const element = await show(invitation!, scheme);
      const pictures = visibleSurfaces(element).flatMap((surface) => [...surface.querySelectorAll('svg')]);
      const ratios = pictures
        .filter((it) => getComputedStyle(it).opacity === '1')
        .map((picture) => textContrast(picture));
      element.remove();
      expect(ratios.length).to.be.above(2);
      for (const ratio of ratios) expect(ratio).to.be.at.least(3);
    });
  }

  it('and the measure itself knows black, white, grey and what is half transparent', () => {
    const text = document.body.appendChild(document.createElement('p'));
    const ratios = ['#000', '#fff', '#777', 'rgb(0 0 0 / 0.5)'].map((color) => {
      text.style.cssText = `background: #fff; color: ${color}`;
      return textContrast(text).toFixed(1);
    });
    text.remove();
    expect(ratios).to.deep.equal(['21.0', '1.0', '4.5', '4.0']);
  });
});

/** Elements with text of their own that can be seen. */
function textsOf(element: WebEngagementElement): HTMLElement[] {
  const inside = visibleSurfaces(element).flatMap((surface) => [
    surface,
    ...surface.querySelectorAll<HTMLElement>('*'),
  ]);
  return inside.filter(
    (text) =>
      // A slot has no box of its own.
      text.closest(':not(slot)')?.checkVisibility() &&
      getComputedStyle(text).clipPath === 'none' &&
      [...text.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
}
