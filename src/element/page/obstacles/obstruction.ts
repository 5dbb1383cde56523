import {isLaidOut} from './hits.js';
import {hasPageModal} from './page-modal.js';

/** Whether the page shows a modal dialog, or something in fullscreen, above which nobody could use a surface. */
export function isPageBlocked(host: Element): boolean {
  return (
    !!document.fullscreenElement ||
    (isLaidOut() && [...document.querySelectorAll(':modal')].some((modal) => !modal.contains(host))) ||
    hasPageModal(host)
  );
}

/**
 * Whether a surface that is shown can be used. A modal dialog in a closed shadow tree can only be noticed by what lies at a place.
 */
export function isReachable(host: HTMLElement, surface: HTMLElement): boolean {
  const {left, top, width, height} = surface.getBoundingClientRect();
  // A hidden surface has no place, and outside of the window there is nothing.
  if (!width) return true;
  const root = host.getRootNode() as Document | ShadowRoot;
  const hit = root.elementFromPoint(left + width / 2, top + height / 2);
  return !hit || host.contains(hit);
}
