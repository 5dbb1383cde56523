import {expect} from '@open-wc/testing';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {addStyles, showSurface, surfaces} from '../support/element/surfaces.js';
import {part} from '../support/element/mount.js';

const [invitation] = surfaces;
const wayBack = surfaces.find(({name}) => name === 'the way back');

describe('follows the direction of the page [A15]', () => {
  const pages = new Map<string, FramePage>();
  before(async () => {
    for (const direction of ['ltr', 'rtl'] as const) {
      pages.set(direction, await openFramePage({width: 1280, height: 800, direction}));
    }
  });
  after(() => pages.forEach((page) => page.close()));

  for (const [direction, placement, side] of [
    ['ltr', 'end', 'right'],
    ['ltr', 'start', 'left'],
    ['rtl', 'end', 'left'],
    ['rtl', 'start', 'right'],
  ] as const) {
    for (const surface of [invitation!, wayBack!]) {
      it(`with ${surface.name} on the ${side} in a ${direction} page at its ${placement}`, async () => {
        const element = await showSurface(pages.get(direction)!, surface, {placement});
        const centers = ['card', 'launcher'].map((name) => {
          const {left, right} = part(element, name)!.getBoundingClientRect();
          return (left + right) / 2 < 640 ? 'left' : 'right';
        });
        element.remove();
        expect(centers).to.deep.equal([side, side]);
      });
    }
  }

  for (const [locale, first] of [
    ['en', 'left'],
    ['ar', 'right'],
  ] as const) {
    it(`and orders the buttons as ${locale} is read, which is their order for the keyboard`, async () => {
      const page = pages.get(locale === 'ar' ? 'rtl' : 'ltr')!;
      const element = await showSurface(page, invitation!, {locale});
      // Beside each other whatever the length of their words is.
      addStyles(page, element, '[part=actions] {flex-wrap: nowrap !important}');
      const [accept, dismiss, close] = ['accept', 'dismiss', 'close'].map((name) => part(element, name)!);
      const [acceptLeft, dismissLeft, closeLeft] = [accept!, dismiss!, close!].map(
        (button) => button.getBoundingClientRect().left,
      );
      const isAcceptFirst = !!(accept!.compareDocumentPosition(dismiss!) & Node.DOCUMENT_POSITION_FOLLOWING);
      const titleLeft = part(element, 'title')!.getBoundingClientRect().left;
      element.remove();
      expect(isAcceptFirst).to.equal(true);
      expect(acceptLeft! < dismissLeft! ? 'left' : 'right').to.equal(first);
      expect(titleLeft < closeLeft! ? 'left' : 'right').to.equal(first);
    });
  }
});
