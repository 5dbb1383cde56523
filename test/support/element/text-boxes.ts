import type {WebEngagementElement} from '../../../src/element/web-engagement.js';

/** What has a box of its own: the card and every button. */
export function boxesOf(element: WebEngagementElement): HTMLElement[] {
  const boxes = element.shadowRoot!.querySelectorAll<HTMLElement>('[part=card], button');
  return [...boxes].filter((box) => box.checkVisibility());
}

/** Every text inside a box, with the box it belongs to. */
function textsOf(boxes: readonly HTMLElement[]): [text: Text, box: HTMLElement][] {
  return boxes.flatMap((box) => {
    const texts: [Text, HTMLElement][] = [];
    const walker = box.ownerDocument.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (text.data.trim() && text.parentElement!.checkVisibility() && !isClipped(text.parentElement!))
        texts.push([text, box]);
    }
    return texts;
  });
}

/** Some words can only be heard. */
const isClipped = (element: Element): boolean => getComputedStyle(element).clipPath !== 'none';

function boxOf(text: Text, start = 0, end = text.length): DOMRect[] {
  const range = text.ownerDocument.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()].filter(({width}) => width > 0);
}

/** Texts that leave their box at a side, with a tolerance for parts of a pixel. */
export function findEscaped(boxes: readonly HTMLElement[]): string[] {
  const escaped = textsOf(boxes).filter(([text, box]) => {
    const {left, right} = box.getBoundingClientRect();
    return boxOf(text).some((rect) => rect.left < left - 0.5 || rect.right > right + 0.5);
  });
  return escaped.map(([text]) => text.data.trim());
}

/** Words that go on in the next line, although nobody would write them so. */
export function findBroken(boxes: readonly HTMLElement[]): string[] {
  return textsOf(boxes).flatMap(([text]) =>
    [...text.data.matchAll(/[^\s-]+/g)]
      .filter(({0: word, index}) => {
        const [first, ...others] = boxOf(text, index, index + word.length);
        return first && others.some(({top}) => top >= first.bottom);
      })
      .map(([word]) => word),
  );
}

/** Texts and buttons that lie over each other, as `one over another`. */
export function findOverlaps(element: WebEngagementElement): string[] {
  const selector = '[part=title], [part=body], [part=wait], [part=question], .card button';
  const parts = [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)].filter((it) => it.checkVisibility());
  // The menu of further options lies over the card.
  const options = parts.filter((it) => it.closest('[part=options]'));
  const boxes = (options.length > 0 ? options : parts).map((it) => [it.part.value, boxOfText(it)] as const);
  return boxes.flatMap(([name, box], index) =>
    boxes.slice(index + 1).flatMap(([other, otherBox]) => (overlap(box, otherBox) ? [`${name} over ${other}`] : [])),
  );
}

/** A button has its box. Of a text that is as wide as its place only the words count, as high as its lines are set. */
function boxOfText(element: HTMLElement): DOMRect {
  const box = element.getBoundingClientRect();
  if (element.localName === 'button') return box;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const {left, width} = range.getBoundingClientRect();
  return new DOMRect(left, box.top, width, box.height);
}

const overlap = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right - 0.5 &&
  other.left < one.right - 0.5 &&
  one.top < other.bottom - 0.5 &&
  other.top < one.bottom - 0.5;
