import {expect} from '@open-wc/testing';
import type {AxeResults} from 'axe-core';
import 'axe-core/axe.min.js';
import {ar} from '../../../src/messages/ar.js';
import {en} from '../../../src/messages/en.js';
import {conversation, loaded, openPage, showPanel, showPanelOn} from '../../support/element/panel-frames.js';
import {part} from '../../support/element/mount.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks a rule of WCAG 2.2 A and AA, or a good practice, by the rule's name; and which rules were looked at. */
async function violations(element: Element): Promise<{broken: string[]; looked: string[]}> {
  const {axe} = window as unknown as {axe: {run(element: Element, options: object): Promise<AxeResults>}};
  // The conversation is another page's, and it would have to answer.
  const results = await axe.run(element, {runOnly: {type: 'tag', values: tags}, iframes: false});
  return {broken: results.violations.map(({id}) => id), looked: results.passes.map(({id}) => id)};
}

describe('The panel is accessible', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const scheme of ['light', 'dark']) {
    for (const direction of ['ltr', 'rtl']) {
      it(`in ${scheme} and ${direction}, while it loads and then`, async () => {
        document.documentElement.dir = direction;
        document.documentElement.style.colorScheme = scheme;
        const catalog = direction === 'rtl' ? {language: 'ar', messages: ar} : {language: 'en', messages: en};
        const stage = await showPanel({catalog, address: conversation});
        expect((await violations(stage)).broken).to.deep.equal([]);
        await loaded(stage);
        await Promise.all(
          part(stage, 'panel')!
            .getAnimations()
            .map(({finished}) => finished),
        );
        const {broken, looked} = await violations(stage);
        expect(broken).to.deep.equal([]);
        expect(looked).to.include.members(['target-size', 'frame-title', 'color-contrast', 'landmark-unique']);
      });
    }
  }

  for (const width of [320, 900]) {
    it(`with targets of 44 px in a window of ${width} px, all of which can be seen`, async () => {
      const page = await openPage(width, 700);
      const stage = await showPanelOn(page);
      const {left: start, right: end} = part(stage, 'panel')!.getBoundingClientRect();
      const shown = [...stage.shadowRoot!.querySelectorAll('.panel button')].filter(
        (one) => one.getClientRects().length,
      );
      expect(shown).to.have.length(width < 480 ? 2 : 3);
      for (const button of shown) {
        const {width, height, left, right} = button.getBoundingClientRect();
        expect(Math.min(width, height), button.part.value).to.be.at.least(44);
        expect([left >= start, right <= end], button.part.value).to.deep.equal([true, true]);
      }
      page.remove();
    });
  }
});
