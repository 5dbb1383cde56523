import {setDirection} from '../accessibility/accessibility-panel.js';
import {choose} from '../dom/choose.js';
import {byId} from '../dom/markup.js';
import {shop} from '../shop-frame.js';

/**
 * @import {Stage} from './stage.js'
 * @typedef {{title: string, description: string, play: () => unknown}} Case
 * @typedef {Case & {name: string, group: string}} Situation
 */

/**
 * Situations that another platform or the page itself brings about, each at one press. The panels below offer more.
 *
 * @param {Stage} stage
 * @returns {Situation[]}
 */
export function situationsOn(stage) {
  return [...grouped('Other platforms', platformCases), ...grouped('On the page', pageCases(stage))];
}

/**
 * @param {string} group
 * @param {readonly Case[]} cases
 * @returns {Situation[]}
 */
function grouped(group, cases) {
  return cases.map((it) => ({...it, name: it.title, group}));
}

/** @type {readonly Case[]} */
const platformCases = [
  {title: 'Agent invites', description: 'Genesys: engage.', play: () => press('send-invitation')},
  {title: 'Agent withdraws', description: 'Genesys: noengage.', play: () => press('withdraw')},
  {
    title: 'Hand-off link',
    description: 'LivePerson: a link for five minutes, with wait and queue.',
    play: () => choose('#handoff', 'available'),
  },
  {title: 'Wait time', description: 'The card says how long the wait is.', play: () => choose('#wait', '90')},
  {
    title: 'End of a conversation',
    description: 'The card of an open conversation offers to end it.',
    play: () => choose('#ending', 'ends'),
  },
];

/**
 * @param {Stage} stage
 * @returns {readonly Case[]}
 */
function pageCases(stage) {
  return [
    {
      title: 'Consent denied',
      description: 'Nothing may be sent or stored.',
      play: () => choose('[name=consent]', 'denied'),
    },
    {title: 'Consent given', description: 'The visitor has agreed.', play: () => giveConsent(stage)},
    {
      title: 'Dialog is open',
      description: 'The card waits for the dialog to close.',
      play: () => openDialog(stage),
    },
    {
      title: 'Full screen',
      description: 'A picture of the shop fills the screen.',
      play: () => inShop('picture').requestFullscreen(),
    },
    {title: 'Right to left', description: 'Both pages change their direction.', play: turnPage},
  ];
}

/** @param {Stage} stage */
async function giveConsent(stage) {
  choose('[name=consent]', 'granted');
  await stage.play('expose', ['The page says that the visitor has agreed.'], true);
}

/** @param {Stage} stage */
async function openDialog(stage) {
  /** @type {HTMLDialogElement} */ (inShop('host-dialog')).showModal();
  await stage.play('expose', ['The invitation waits for the dialog to close.'], true);
}

function turnPage() {
  setDirection(document.documentElement.dir === 'rtl' ? 'ltr' : 'rtl');
}

/** @param {string} id */
function inShop(id) {
  return /** @type {HTMLElement} */ (shop.document.getElementById(id));
}

/** @param {string} id */
function press(id) {
  byId(id).click();
}
