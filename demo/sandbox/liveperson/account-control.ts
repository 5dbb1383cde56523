import type {Account, Accounts} from './accounts.js';
import {eventStream, json, text, type Answer} from '../http/answer.js';
import {parseFields} from './monitoring/request-checks.js';
import type {SandboxRequest, Service} from '../http/request.js';
import {ScenarioQueue} from './scenarios/scenario-queue.js';
import {scenarioGroups, scenarioSteps} from './scenarios/scenarios.js';

const path = /^\/sandbox\/(?<account>[^/]+)(?:\/(?<part>scenario|log|events))?$/;

/** What a page cannot rely on wherever the sandbox runs. */
export interface Abilities {
  /** Whether notifications can come by WebSocket. */
  readonly webSocket: boolean;
}

/** The sandbox's own controls: what it can do, what an account does next, and what was asked of it. */
export function controlApi(accounts: Accounts, abilities: Abilities): Service {
  return (request) => {
    if (request.url.pathname === '/sandbox/scenarios') return json(200, listScenarios());
    if (request.url.pathname === '/sandbox/abilities') return json(200, abilities);
    const {account, part = ''} = path.exec(request.url.pathname)?.groups ?? {};
    if (!account) return undefined;
    switch (`${request.method} ${part}`) {
      case 'DELETE ':
        accounts.forget(account);
        return {status: 204, body: ''};
      case 'GET scenario':
        return showScenario(accounts.get(account));
      case 'PUT scenario':
        return chooseScenario(accounts.get(account), request);
      case 'GET log':
        return json(200, accounts.get(account).log.exchanges);
      case 'GET events':
        return eventStream(({send}) => accounts.get(account).log.subscribe(send));
      default:
        return text(405, 'The sandbox does not know this method here.');
    }
  };
}

function listScenarios(): object[] {
  return scenarioGroups.flatMap(({title: group, scenarios}) =>
    scenarios.map(({name, title, description}) => ({name, group, title, description})),
  );
}

function showScenario({scenario: {name, steps}}: Account): Answer {
  return json(200, {name, steps});
}

function chooseScenario(account: Account, {body}: SandboxRequest): Answer {
  const {name, steps = [name]} = parseFields(body) ?? {};
  const names = Array.isArray(steps) ? steps.map(String) : [];
  const unknown = names.find((step) => scenarioSteps(step).length === 0);
  if (names.length === 0 || unknown !== undefined) return text(400, `There is no scenario “${unknown ?? ''}”.`);
  account.scenario = new ScenarioQueue(names.flatMap(scenarioSteps), names.length === 1 ? names[0] : undefined);
  return showScenario(account);
}
