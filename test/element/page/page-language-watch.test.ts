import {aTimeout, expect} from '@open-wc/testing';
import {watchPageLanguage} from '../../../src/element/page/page-language-watch.js';

interface Watch {
  readonly page: HTMLElement;
  readonly changes: () => number;
  readonly end: () => void;
}

function watch(signal?: AbortSignal): Watch {
  const root = document.implementation.createHTMLDocument();
  const controller = new AbortController();
  let changes = 0;
  watchPageLanguage(root, () => changes++, signal ?? controller.signal);
  return {page: root.documentElement, changes: () => changes, end: () => controller.abort()};
}

describe('The watch over the page’s language', () => {
  const acts: [title: string, act: (page: HTMLElement) => void, changes: number][] = [
    ['tells that the language changes', (page) => (page.lang = 'fr'), 1],
    ['tells that the direction changes', (page) => (page.dir = 'rtl'), 1],
    ['tells once that both change together', (page) => Object.assign(page, {lang: 'ar', dir: 'rtl'}), 1],
    ['keeps quiet about other attributes', (page) => (page.title = 'Shop'), 0],
    ['keeps quiet about a language further inside', (page) => (page.querySelector('body')!.lang = 'fr'), 0],
  ];
  for (const [title, act, changes] of acts) {
    it(title, async () => {
      const watched = watch();
      act(watched.page);
      await aTimeout(0);
      expect(watched.changes()).to.equal(changes);
      watched.end();
    });
  }

  it('goes on after a change', async () => {
    const watched = watch();
    for (const lang of ['fr', 'de']) {
      watched.page.lang = lang;
      await aTimeout(0);
    }
    expect(watched.changes()).to.equal(2);
    watched.end();
  });

  it('ends with its signal, whatever has changed just before', async () => {
    const watched = watch();
    watched.page.lang = 'fr';
    watched.end();
    watched.page.lang = 'de';
    await aTimeout(0);
    expect(watched.changes()).to.equal(0);
  });

  it('does not begin when its signal has ended', async () => {
    const watched = watch(AbortSignal.abort());
    watched.page.lang = 'fr';
    await aTimeout(0);
    expect(watched.changes()).to.equal(0);
  });
});
