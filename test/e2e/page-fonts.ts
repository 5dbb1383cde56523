import {readFileSync} from 'node:fs';
import type {Page} from 'playwright';
import {testFontStyles, testFonts} from '../support/pages/test-fonts.js';

const root = new URL('../../', import.meta.url);
const faces = testFonts.map(([family, path]) => [family, readFileSync(new URL(`.${path}`, root), 'base64')] as const);

/** Gives a page that has been opened fonts of its own, so that the width of no word depends on the machine. */
export async function addFonts(page: Page): Promise<void> {
  await page.evaluate(
    async ([faces, styles]) => {
      const loading = faces.map(async ([family, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        document.fonts.add(await new FontFace(family, bytes, {weight: '100 900'}).load());
      });
      await Promise.all(loading);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      document.adoptedStyleSheets.push(sheet);
    },
    [faces, testFontStyles] as const,
  );
}
