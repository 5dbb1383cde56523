import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {updateDocument} from '../../scripts/docs/update-document.js';
import {table} from '../report/table.js';
import {figuresOf, isMet, stormGoals, type StormFigures} from './figures.js';
import {plotStorm} from './plot.js';
import {createScenarios, type Scenario} from './scenarios.js';
import {runStorm, type Behaviour, type Outcome} from './storm.js';

const behaviours: readonly Behaviour[] = ['fixed ladder, every tab', 'web-engagement'];

interface Run {
  readonly scenario: Scenario;
  readonly outcomes: readonly Outcome[];
}

/**
 * Simulates each storm. It draws them in docs/storm, and shows them in bench/storm.md.
 *
 * @param share part of the visitors and of the server's capacity
 */
export async function runStorms(share: number): Promise<void> {
  const runs: Run[] = [];
  for (const scenario of createScenarios(share)) {
    const outcomes: Outcome[] = [];
    for (const behaviour of behaviours) {
      console.error(`${scenario.title}: ${behaviour}`);
      outcomes.push(await runStorm(scenario, behaviour));
    }
    runs.push({scenario, outcomes});
  }
  updateDocument('bench/storm.md', {storm: [goalTable(runs), ...runs.map(describe)].join('\n\n')});
}

function goalTable(runs: readonly Run[]): string {
  const rows = stormGoals.map((goal) => {
    const run = runs.find(({scenario}) => scenario.name === goal.scenario);
    const figures = run?.outcomes.map((outcome) => figuresOf(run.scenario, outcome)) ?? [];
    const bound = goal.least === undefined ? `≤ ${String(goal.most)}` : `≥ ${goal.least}`;
    const holds = figures.slice(-1).every((figure) => isMet(goal, figure)) ? 'yes' : '**no**';
    return [goal.goal, bound, ...figures.map((figure) => shown(goal.value(figure))), holds];
  });
  return table([['goal', 'bound', ...behaviours, 'holds'], ...rows]);
}

function describe({scenario, outcomes}: Run): string {
  const {name, title, visitors, tabs, capacity} = scenario;
  const path = fileURLToPath(new URL('../../docs/storm/', import.meta.url));
  mkdirSync(path, {recursive: true});
  writeFileSync(`${path}${name}.svg`, plotStorm({...scenario, outcomes}));
  const limit = Number.isFinite(capacity) ? `, ${capacity.toLocaleString('en')} requests per second at most` : '';
  const crowd = `${visitors.toLocaleString('en')} visitors, ${tabs} tabs each${limit}`;
  const rows = outcomes.map((outcome) => [outcome.behaviour, ...cells(figuresOf(scenario, outcome))]);
  const header = ['', 'answered (%)', 'requests', 'busiest second afterwards', 'requests of a visitor, most / mean'];
  return `## ${title}\n\n${crowd}.\n\n![${title}](../docs/storm/${name}.svg)\n\n${table([header, ...rows])}`;
}

function cells({answered, total, peak, most, mean}: StormFigures): readonly string[] {
  return [shown(answered), total.toLocaleString('en'), peak.toLocaleString('en'), `${most} / ${shown(mean)}`];
}

const shown = (value: number): string => value.toLocaleString('en', {maximumFractionDigits: 2});
