import {hitsAt, parentOf} from './hits.js';

/** A part of the window, in px. */
export type Area = Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;

/** What takes more of the window's height than this is the page itself, or covers it for a while. */
const tallest = 0.4;

/** Distance of the points that are looked at, in px; less than anything that a finger can hit. */
const step = 32;

/**
 * Returns the upper edge, in px of the window, of the highest box in an area that the page keeps fixed or sticky; `Infinity`
 * when there is none.
 *
 * @param own is looked through
 */
export function topOfFixed({left, right, top, bottom}: Area, own: Element): number {
  const hits = new Set<Element>();
  for (const x of pointsOf(left, right, innerWidth)) {
    for (const y of pointsOf(top, bottom, innerHeight)) for (const hit of hitsAt(x, y, own)) hits.add(hit);
  }
  return Math.min(...[...hits].map(topOf));
}

/** Points of a line with both of its ends, as far as they are in the window. */
function pointsOf(start: number, end: number, size: number): number[] {
  const [first, last] = [Math.max(start, 0) + 1, Math.min(end, size) - 1];
  const count = Math.ceil((last - first) / step);
  return count > 0 ? Array.from({length: count + 1}, (_, index) => first + ((last - first) * index) / count) : [];
}

/** The upper edge of an element with the fixed or sticky one that it belongs to. */
function topOf(element: Element): number {
  const holder = holderOf(element);
  if (!holder) return Infinity;
  // A layer that lets clicks through covers nothing, but what is in it does.
  const isLayer = getComputedStyle(holder).pointerEvents === 'none';
  const boxes = [element, ...(isLayer ? [] : [holder])].map((it) => it.getBoundingClientRect());
  return boxes.every(({height}) => height < innerHeight * tallest) ? Math.min(...boxes.map(({top}) => top)) : Infinity;
}

/** The nearest element, from the inside, that does not scroll with the page. */
function holderOf(element: Element | null): Element | undefined {
  for (let it = element; it; it = parentOf(it)) {
    const {position, bottom} = getComputedStyle(it);
    if (position === 'fixed' || (position === 'sticky' && bottom !== 'auto')) return it;
  }
  return undefined;
}
