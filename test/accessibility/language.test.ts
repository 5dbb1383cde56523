import {expect} from '@open-wc/testing';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {part} from '../support/element/mount.js';
import {showSurface, surfaces, type Surface} from '../support/element/surfaces.js';
import {waitUntil} from '../support/wait-until.js';

const shown = ['the invitation', 'the launcher of a conversation with unread messages', 'the panel'].map((wanted) =>
  surfaces.find(({name}) => name === wanted)!,
);

const languages = [
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['ja', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['ar', 'rtl'],
  ['he', 'rtl'],
] as const;

describe('says in which language and direction its sentences are [A18]', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 1280, height: 800});
  });
  after(() => page.close());

  /** Language and direction of the nearest place of the tree that has one, for every text of an element. */
  async function read(surface: Surface, locale: string): Promise<Set<string>> {
    const element = await showSurface(page, surface, {locale});
    const status = part(element, 'status')!;
    await waitUntil(() => status.lang === locale, `speaks ${locale}`);
    const walker = document.createTreeWalker(element.shadowRoot!, NodeFilter.SHOW_TEXT);
    const found = new Set<string>([`${status.lang} ${status.dir}`]);
    while (walker.nextNode()) {
      const text = walker.currentNode.parentElement;
      if (!text || !walker.currentNode.textContent?.trim() || text.closest('style, [aria-hidden]')) continue;
      found.add(`${text.closest<HTMLElement>('[lang]')?.lang ?? ''} ${getComputedStyle(text).direction}`);
    }
    element.remove();
    return found;
  }

  for (const [locale, direction] of languages) {
    for (const surface of shown) {
      it(`in ${surface.name}, in ${locale}`, async () => {
        expect([...(await read(surface, locale))]).to.deep.equal([`${locale} ${direction}`]);
      });
    }
  }
});
