import {expect} from '@open-wc/testing';
import {runAxe} from './axe.js';
import {openFramePage, type FramePage} from '../pages/frame-page.js';
import {showSurface, surfaces} from '../element/surfaces.js';

const body = `<style>html {background: light-dark(#fff, #111); color: light-dark(#111, #eee)} a {color: inherit}</style>
  <header><a href="#main">Skip</a></header>
  <main id="main"><h1>Brand</h1><p>A page of a brand.</p><label>Search <input></label></main>`;

/** Describes that axe finds nothing in pages of this width, in CSS pixels, in both directions and both colour schemes. */
export function describeAxe(width: number): void {
  describe(`has no violation of WCAG 2.2 A and AA that axe knows, ${width} px wide [A1]`, () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      let page: FramePage;
      before(async () => {
        page = await openFramePage({width, height: 640, body, direction});
      });
      after(() => page.close());

      for (const surface of surfaces) {
        for (const scheme of ['light', 'dark'] as const) {
          it(`in ${surface.name}, ${scheme} and ${direction}`, async () => {
            page.document.documentElement.style.colorScheme = scheme;
            const element = await showSurface(page, surface, {locale: direction === 'rtl' ? 'ar' : 'en'});
            const {violations, applied} = await runAxe(page);
            element.remove();
            expect(violations).to.deep.equal([]);
            expect([...applied]).to.include.members(['target-size', 'label-content-name-mismatch', 'color-contrast']);
          });
        }
      }
    }
  });
}
