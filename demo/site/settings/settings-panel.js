import {setSettings} from '../component.js';
import {element} from '../dom/markup.js';
import {script} from '../shop-frame.js';

/**
 * Lets the reader change the component's attributes, without a reload.
 *
 * @param {HTMLElement} place
 * @param {() => void} onChange
 */
export function showSettings(place, onChange) {
  place.replaceChildren(...tagSettings.all.map((setting) => field(setting, onChange)));
}

/**
 * @param {Setting} setting
 * @param {() => void} onChange
 */
function field(setting, onChange) {
  const control = setting.isSwitch ? toggle() : setting.choices ? choice(setting) : input();
  const known = tagSettings.read()[setting.name] ?? '';
  if (control.type === 'checkbox') /** @type {HTMLInputElement} */ (control).checked = known !== '';
  else control.value = known;
  control.name = setting.name;
  control.addEventListener('change', () => {
    const value = control.type === 'checkbox' ? flag(/** @type {HTMLInputElement} */ (control)) : control.value;
    tagSettings.write(setting.name, value);
    tagSettings.fill(script);
    void apply(setting, value);
    onChange();
  });
  return setting.isSwitch
    ? element('label', {class: 'switch'}, control, setting.label)
    : element('label', {}, setting.label, control);
}

/**
 * @param {Setting} setting
 * @param {string} value
 */
async function apply({name, isNumber, isSwitch}, value) {
  if (name === 'openIn') return setSettings(['openIn', 'conversationUrl'], script.dataset);
  const typed = isSwitch ? value !== '' : isNumber ? Number(value) : value;
  await setSettings([name], {[name]: value === '' ? undefined : typed});
}

/** @param {HTMLInputElement} control */
function flag({checked}) {
  return checked ? 'true' : '';
}

/** @param {Setting} setting */
function choice({choices = []}) {
  const [byItself = '', ...others] = choices;
  const first = element('option', {value: ''}, byItself || 'page language');
  return element('select', {}, first, ...others.map((name) => element('option', {value: name}, name)));
}

function input() {
  return element('input', {type: 'number', min: '0', placeholder: 'none', autocomplete: 'off'});
}

function toggle() {
  return element('input', {type: 'checkbox', autocomplete: 'off'});
}
