import {expect} from '@open-wc/testing';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {addStyles, doubleText, showSurface, surfaces, visibleButtons} from '../support/element/surfaces.js';

/** Smallest side of a target, in CSS pixels. WCAG 2.5.8 asks for 24. */
const least = 44;

describe('has targets of 44 px at least, which do not overlap [A3]', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 1280, height: 900});
  });
  after(() => page.close());

  for (const surface of surfaces) {
    for (const [text, css] of [
      ['text of the usual size', ''],
      ['text of twice the size', doubleText],
    ] as const) {
      it(`in ${surface.name}, with ${text}`, async () => {
        const element = await showSurface(page, surface);
        addStyles(page, element, css);
        const targets = visibleButtons(element).map((button) => ({
          name: button.part.value,
          box: button.getBoundingClientRect(),
        }));
        element.remove();
        expect(targets).not.to.be.empty;
        const small = targets.filter(({box}) => Math.min(box.width, box.height) < least);
        expect(small.map(({name, box}) => `${name}: ${box.width} × ${box.height}`)).to.deep.equal([]);
        const overlapping = targets.filter(({box}, index) =>
          targets.some((other, place) => place > index && overlap(box, other.box)),
        );
        expect(overlapping.map(({name}) => name)).to.deep.equal([]);
      });
    }
  }
});

function overlap(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right - 0.5 &&
    other.left < one.right - 0.5 &&
    one.top < other.bottom - 0.5 &&
    other.top < one.bottom - 0.5
  );
}
