import {hitsAt, pageBody, pageRoot, parentOf} from './hits.js';

const unusable = '[inert], [aria-hidden=true]';

/** What nobody hides that is only an ornament. */
const content = 'main, h1, a[href], button, input, select, textarea';

/** Whether the page shows a modal dialog of its own making, no `<dialog>`, which makes an element unusable or lies over it. */
export function hasPageModal(element: Element): boolean {
  return getComputedStyle(pageBody()).pointerEvents === 'none' || isMadeUnusable(element) || isOverlaid(element);
}

/** Whether the page has made unusable what an element is in, or its own content beside that. */
function isMadeUnusable(element: Element): boolean {
  const body = pageBody();
  for (let it: Element | null = element; it && it !== body; it = parentOf(it)) {
    if (it.matches(unusable)) return true;
    for (const sibling of it.parentNode?.children ?? []) {
      if (sibling !== it && sibling.matches(unusable) && isContent(sibling)) return true;
    }
  }
  return false;
}

/** Menus that wait beside the page, and ornaments, are made unusable, too. */
function isContent(element: Element): boolean {
  const {position} = getComputedStyle(element);
  return (
    element.getBoundingClientRect().height > 0 &&
    element.checkVisibility({visibilityProperty: true}) &&
    !/fixed|absolute/.test(position) &&
    (element.matches(`[inert], ${content}`) || !!element.querySelector(content))
  );
}

/** Whether something lies over the whole window that says of itself that nothing else can be used. */
function isOverlaid(element: Element): boolean {
  const overlay = hitsAt(1, 1, element).find(fillsWindow);
  if (!overlay || overlay.contains(element)) return false;
  if ((overlay as Partial<HTMLElement>).popover) return true;
  const modals = (overlay.getRootNode() as Document | ShadowRoot).querySelectorAll('[aria-modal=true]');
  return [...modals].some((modal) => modal.checkVisibility() && !modal.contains(element));
}

function fillsWindow(element: Element): boolean {
  const {left, top, right, bottom} = element.getBoundingClientRect();
  const {clientWidth, clientHeight} = pageRoot();
  return (
    /fixed|absolute/.test(getComputedStyle(element).position) &&
    left <= 0 &&
    top <= 0 &&
    right >= clientWidth &&
    bottom >= clientHeight
  );
}
