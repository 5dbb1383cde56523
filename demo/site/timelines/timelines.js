import {byId, element, pretty} from '../dom/markup.js';
import {scenarioButton} from '../workbench/scenario-picker.js';
import {avayaChoices, listGlia, madeChoices} from './records.js';

/** @import {RecordChoice} from './records.js' */

const timeline = /** @type {HTMLElementTagNameMap['engagement-timeline']} */ (
  document.querySelector('engagement-timeline')
);
/** @type {Map<string, {choice: RecordChoice, button: HTMLElement}>} */
const choices = new Map();

/**
 * @param {string} id
 * @param {readonly RecordChoice[]} group
 */
function listChoices(id, group) {
  for (const choice of group) {
    const button = scenarioButton(choice, () => {
      history.replaceState(undefined, '', `#${choice.name}`);
      void show(choice).then(scrollToTimeline);
    });
    choices.set(choice.name, {choice, button});
    byId(id).append(element('li', {}, button));
  }
}

/** @param {RecordChoice} choice */
async function show({name, title, from, read}) {
  for (const {choice, button} of choices.values()) button.setAttribute('aria-pressed', String(choice.name === name));
  try {
    const record = await read();
    timeline.record = record;
    byId('notice').textContent = `${title}: from ${from}.`;
    byId('record').textContent = pretty({...record, raw: '…'});
    byId('raw').textContent = pretty(record.raw);
  } catch (error) {
    byId('notice').textContent = String(error);
  }
}

/** In one column, the choices are far below the timeline. */
function scrollToTimeline() {
  if (timeline.getBoundingClientRect().bottom < 0) byId('notice').scrollIntoView();
}

/**
 * Applies the value of a field now and after each change.
 *
 * @param {string} id
 * @param {(value: string) => void} apply
 */
function follow(id, apply) {
  const select = /** @type {HTMLSelectElement} */ (byId(id));
  select.addEventListener('change', () => apply(select.value));
  // Browsers restore the value from before a reload.
  apply(select.value);
}

follow('language', (value) => (timeline.locale = value || undefined));
follow('time-zone', (value) => (timeline.timeZone = value || undefined));
follow('direction', (value) => (document.documentElement.dir = value));
follow('theme', (value) => (document.documentElement.dataset['theme'] = value));

listChoices('glia', await listGlia());
listChoices('avaya', avayaChoices);
listChoices('made', madeChoices);
const first = choices.get(location.hash.slice(1)) ?? choices.get('avaya-chat');
if (first) await show(first.choice);
