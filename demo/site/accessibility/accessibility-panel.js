import {byId, element} from '../dom/markup.js';
import {findWidget, shop} from '../shop-frame.js';
import {toggleSmallPage} from './small-page.js';

/** @import {Result} from 'axe-core' */

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Checks the widget with axe, and shows it in other directions, colours and sizes. */
export function showAccessibility() {
  const button = /** @type {HTMLButtonElement} */ (byId('run-axe'));
  button.addEventListener('click', async () => {
    byId('axe-verdict').textContent = 'Checking …';
    await check();
  });
  byId('small-page-switch').addEventListener('click', toggleSmallPage);
  followDirection();
  followScheme();
  follow(
    '(prefers-reduced-motion: reduce)',
    'motion',
    'Your system asks for reduced motion.',
    'Your system allows motion.',
  );
  follow('(forced-colors: active)', 'forced', 'Your system forces colours.', 'Your system does not force colours.');
}

async function check() {
  const tag = findWidget();
  if (!tag?.shadowRoot) {
    byId('axe-verdict').textContent = 'There is no widget in the shop; choose a scenario that shows one.';
    byId('violations').replaceChildren();
    return;
  }
  const axe = await shop.stage.loadAxe();
  const {violations, passes} = await axe.run(tag, {runOnly: tags});
  const rules = violations.length + passes.length;
  byId('axe-verdict').textContent = `${violations.length} violations of ${rules} applicable rules.`;
  byId('violations').replaceChildren(...violations.map(violationItem));
}

/** @param {Result} violation */
function violationItem({id, help, nodes}) {
  const places = nodes.map(({target}) => target.flat().join(' '));
  return element('li', {}, element('code', {}, id), ` ${help}: ${places.join(', ')}`);
}

function followDirection() {
  const select = /** @type {HTMLSelectElement} */ (byId('direction'));
  select.addEventListener('change', () => setDirection(select.value));
}

/** @param {string} direction */
export function setDirection(direction) {
  for (const {documentElement} of [document, shop.document]) documentElement.dir = direction;
  /** @type {HTMLSelectElement} */ (byId('direction')).value = direction;
}

function followScheme() {
  const select = /** @type {HTMLSelectElement} */ (byId('scheme'));
  select.addEventListener('change', () => {
    for (const {documentElement} of [document, shop.document]) documentElement.dataset['theme'] = select.value;
  });
}

/**
 * @param {string} query
 * @param {string} id
 * @param {string} yes
 * @param {string} no
 */
function follow(query, id, yes, no) {
  const media = matchMedia(query);
  const show = () => {
    byId(id).textContent = media.matches ? yes : no;
  };
  media.addEventListener('change', show);
  show();
}
