import {brokenAnswers, brokenConnections, refusals} from './faults.js';
import {offers} from './offers.js';
import {retries} from './retries.js';
import type {AnsweringScenario, Scenario} from './scenario.js';

/** Every scenario, in the order of the list on the page. */
export const scenarioGroups: readonly {readonly title: string; readonly scenarios: readonly Scenario[]}[] = [
  {title: 'Offers', scenarios: offers},
  {title: 'Retries', scenarios: retries},
  {title: 'Faults', scenarios: [...refusals, ...brokenAnswers, ...brokenConnections]},
];

const byName = new Map(scenarioGroups.flatMap(({scenarios}) => scenarios.map((scenario) => [scenario.name, scenario])));

/** The scenarios that a name stands for, one per request. Empty for an unknown name. */
export function scenarioSteps(name: string): readonly AnsweringScenario[] {
  const scenario = byName.get(name);
  if (!scenario) return [];
  return 'steps' in scenario ? scenario.steps.flatMap(scenarioSteps) : [scenario];
}
