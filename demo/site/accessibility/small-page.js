import {byId, element} from '../dom/markup.js';
import {findWidget, shop} from '../shop-frame.js';

/** The shop's widget, which makes room, so that there is one invitation on the screen. */
let setAside = /** @type {Element | null} */ (null);

/**
 * Shows or hides the widget on a page of 320 × 256 px, the size of 1280 × 1024 px at a zoom of 400 %. The scripts of its frame
 * come from a template, which Trusted Types allow.
 */
export function toggleSmallPage() {
  const place = byId('small-page');
  const isShown = place.childElementCount > 0;
  byId('small-page-switch').setAttribute('aria-expanded', String(!isShown));
  if (isShown) {
    place.replaceChildren();
    if (setAside) shop.document.body.append(setAside);
    return;
  }
  setAside = findWidget();
  setAside?.remove();
  const frame = element('iframe', {width: '320', height: '256', title: 'The widget on a page of 320 × 256 px'});
  const template = /** @type {HTMLTemplateElement} */ (byId('small-page-content'));
  const fill = () => {
    const inside = frame.contentDocument;
    if (!inside) return;
    const {lang, dir, dataset} = document.documentElement;
    Object.assign(inside.documentElement, {lang, dir});
    inside.title = frame.title;
    if (dataset['theme']) inside.documentElement.dataset['theme'] = dataset['theme'];
    inside.body.append(template.content.cloneNode(true));
  };
  frame.addEventListener('load', fill, {once: true});
  place.append(frame);
}
