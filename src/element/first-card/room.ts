import {areaOf} from '../page/obstacles/surface-area.js';
import {isCovered} from '../page/focus-cover.js';
import {topOfFixed} from '../page/obstacles/fixed-boxes.js';
import {isReachable} from '../page/obstacles/obstruction.js';
import {focusedElement, holdsFocus} from '../page/focused.js';

/** Whether the visitor can use surfaces where they are, and they hide nothing of the page's that has to be seen. */
export function hasRoom(tag: HTMLElement, surfaces: readonly HTMLElement[]): boolean {
  const avoids = tag.getAttribute('avoid')?.trim() !== 'none';
  const isFree = (it: HTMLElement): boolean =>
    (letsPass(it) || isReachable(tag, it)) && !(avoids && topOfFixed(areaOf(it), tag) < innerHeight);
  return !hidesFocus(tag, surfaces) && surfaces.every(isFree);
}

/** Whether surfaces hide what has the focus on the page. */
export function hidesFocus(tag: HTMLElement, surfaces: readonly HTMLElement[]): boolean {
  const focused = focusedElement();
  return !!focused && !holdsFocus(tag) && isCovered(focused, surfaces);
}

/** Whether a surface lets clicks through, as a new one does for a moment, so that no hit tells whether it can be reached. */
const letsPass = (surface: Element): boolean => getComputedStyle(surface).pointerEvents === 'none';
