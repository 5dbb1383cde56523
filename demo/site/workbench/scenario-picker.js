import {element} from '../dom/markup.js';

/**
 * @typedef {{name: string, group: string, title: string, description: string}} Choice
 */

/**
 * Lists scenarios by group, as buttons.
 *
 * @template {Choice} Kind
 * @param {HTMLElement} place
 * @param {Kind[]} scenarios
 * @param {(scenario: Kind) => void} choose is called when a button is pressed
 * @returns {(name: string) => void} marks a scenario as chosen
 */
export function showScenarios(place, scenarios, choose) {
  const buttons = new Map(scenarios.map((scenario) => [scenario.name, chip(scenario, () => choose(scenario))]));
  const groups = new Set(scenarios.map(({group}) => group));
  for (const title of groups) {
    const members = scenarios.filter(({group}) => group === title);
    const items = members.map(({name}) => element('li', {}, buttons.get(name) ?? ''));
    place.append(element('h4', {}, title), element('ul', {class: 'choices'}, ...items));
  }

  return (chosen) => {
    for (const [name, button] of buttons) button.setAttribute('aria-pressed', String(name === chosen));
  };
}

/**
 * @param {Choice} scenario
 * @param {() => void} choose
 */
function chip({title}, choose) {
  const button = element('button', {type: 'button', class: 'choice'}, title);
  button.addEventListener('click', choose);
  return button;
}

/**
 * Creates a button with a title and a description.
 *
 * @param {{title: string, description: string}} scenario
 * @param {() => void} choose
 */
export function scenarioButton({title, description}, choose) {
  const label = element('span', {class: 'scenario-title'}, title);
  const text = element('span', {class: 'scenario-text'}, description);
  const button = element('button', {type: 'button', class: 'scenario'}, label, ' ', text);
  button.addEventListener('click', choose);
  return button;
}
