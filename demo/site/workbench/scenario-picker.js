import {element} from '../dom/markup.js';

/**
 * @typedef {{name: string, group: string, title: string, description: string}} Choice
 */

/**
 * Lists scenarios as buttons: those at hand first, and all others by group below “All”.
 *
 * @template {Choice} Kind
 * @param {HTMLElement} place
 * @param {Kind[]} scenarios
 * @param {readonly string[]} handy names of those at hand
 * @param {(scenario: Kind) => void} choose is called when a button is pressed
 * @returns {(name: string) => void} marks a scenario as chosen
 */
export function showScenarios(place, scenarios, handy, choose) {
  const buttons = new Map(scenarios.map((scenario) => [scenario.name, chip(scenario, () => choose(scenario))]));
  /** @param {readonly string[]} names */
  const list = (names) =>
    element('ul', {class: 'choices'}, ...names.map((name) => element('li', {}, buttons.get(name) ?? '')));
  const others = scenarios.filter(({name}) => !handy.includes(name));
  const groups = [...new Set(others.map(({group}) => group))].map((title) => {
    const names = others.filter(({group}) => group === title).map(({name}) => name);
    return [element('h4', {}, title), list(names)];
  });
  const all = element('details', {}, element('summary', {}, 'All scenarios'), ...groups.flat());
  place.append(list(handy), all);

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
