import {element} from './markup.js';

/** @import {Scenario} from './sandbox-client.js' */

/**
 * Lists the scenarios by group and calls back with the one that is pressed.
 *
 * @param {HTMLElement} place
 * @param {Scenario[]} scenarios
 * @param {(scenario: Scenario) => void} choose
 * @returns {(name: string) => void} marks a scenario as the chosen one
 */
export function showScenarios(place, scenarios, choose) {
  const groups = new Map(scenarios.map(({group}) => [group, element('details', {}, element('summary', {}, group))]));
  const buttons = new Map(
    scenarios.map((scenario) => [scenario.name, scenarioButton(scenario, () => choose(scenario))]),
  );
  for (const [title, group] of groups) {
    const members = scenarios.filter((scenario) => scenario.group === title);
    group.append(element('ul', {}, ...members.map(({name}) => element('li', {}, buttons.get(name) ?? ''))));
  }
  place.replaceChildren(...groups.values());

  return (chosen) => {
    for (const [name, button] of buttons) button.setAttribute('aria-pressed', String(name === chosen));
    buttons.get(chosen)?.closest('details')?.setAttribute('open', '');
  };
}

/**
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
