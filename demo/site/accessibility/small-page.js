import {byId, element} from '../dom/markup.js';

/**
 * Shows the widget on a page of 320 × 256 px, which is what 1280 × 1024 px come to at a zoom of 400 %, or takes it away.
 *
 * The frame has no address. Its scripts come out of a template, where the page's Trusted Types have nothing against them.
 */
export function toggleSmallPage() {
  const place = byId('small-page');
  const isShown = place.childElementCount > 0;
  byId('small-page-switch').setAttribute('aria-expanded', String(!isShown));
  if (isShown) {
    place.replaceChildren();
    return;
  }
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
