import {setDirection} from '../accessibility/accessibility-panel.js';
import {byId} from '../dom/markup.js';

/**
 * @import {Stage} from './stage.js'
 * @typedef {{name: string, group: string, title: string, description: string, play: () => unknown}} Situation
 */

const byOthers = 'Other platforms';
const onThePage = 'On the page';

/**
 * What another platform or the page itself can do, each at one press; the panels below have more of it.
 *
 * @param {Stage} stage
 * @returns {Situation[]}
 */
export function situationsOn(stage) {
  const situations = [
    [byOthers, 'Agent invites', 'Genesys: engage.', () => press('send-invitation')],
    [byOthers, 'Agent withdraws', 'Genesys: noengage.', () => press('withdraw')],
    [
      byOthers,
      'Hand-off link',
      'LivePerson: a link for five minutes, with wait and queue.',
      () => set('#handoff', 'available'),
    ],
    [byOthers, 'Wait time', 'The card says how long the wait is.', () => set('#wait', '90')],
    [
      byOthers,
      'End of a conversation',
      'The card of an open conversation offers to end it.',
      () => set('#ending', 'ends'),
    ],
    [onThePage, 'Consent denied', 'Nothing may be asked or stored.', () => set('[name=consent]', 'denied')],
    [
      onThePage,
      'Consent given',
      'The visitor has agreed.',
      async () => {
        set('[name=consent]', 'granted');
        await stage.play('expose', ['The page says that the visitor has agreed.'], true);
      },
    ],
    [
      onThePage,
      'Dialog is open',
      'The card waits for the dialog to close.',
      async () => {
        /** @type {HTMLDialogElement} */ (byId('host-dialog')).showModal();
        await stage.play('expose', ['The invitation waits for the dialog to close.'], true);
      },
    ],
    [onThePage, 'Full screen', 'The state chart fills the screen.', () => byId('chart-panel').requestFullscreen()],
    [onThePage, 'Right to left', 'The page turns round.', () => setDirection(isTurned() ? 'ltr' : 'rtl')],
  ];
  return situations.map(([group, title, description, play]) => {
    return /** @type {Situation} */ ({name: title, group, title, description, play});
  });
}

function isTurned() {
  return document.documentElement.dir === 'rtl';
}

/** @param {string} id */
function press(id) {
  byId(id).click();
}

/**
 * Chooses in a field below, as the reader would.
 *
 * @param {string} selector
 * @param {string} value
 */
function set(selector, value) {
  const field = /** @type {HTMLSelectElement} */ (document.querySelector(selector));
  field.value = value;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}
