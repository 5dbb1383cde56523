import {json, text, type Answer} from '../http/answer.js';
import {eventStream} from '../http/event-stream.js';
import {parseObject} from '../http/json.js';
import type {SandboxRequest} from '../http/request.js';
import type {Service} from '../http/service.js';
import type {Account, Accounts} from './accounts.js';
import {ScenarioQueue} from './scenarios/scenario-queue.js';
import {scenarioGroups, scenarioSteps} from './scenarios/scenarios.js';

const path = /^\/sandbox\/(?<account>[^/]+)(?:\/(?<part>scenario|log|events))?$/;

/** Controls an account of LivePerson: its next answers, the log of its requests, and a reset. */
export function accountControl(accounts: Accounts): Service {
  return (request) => {
    if (request.url.pathname === '/sandbox/scenarios') return json(200, listScenarios());
    const {account, part = ''} = path.exec(request.url.pathname)?.groups ?? {};
    if (!account) return undefined;
    switch (`${request.method} ${part}`) {
      case 'DELETE ':
        accounts.reset(account);
        return {status: 204, body: ''};
      case 'GET scenario':
        return showScenario(accounts.get(account));
      case 'PUT scenario':
        return chooseScenario(accounts.get(account), request);
      case 'GET log':
        return json(200, accounts.get(account).log.requests);
      case 'GET events':
        return eventStream(({send}) => accounts.get(account).log.subscribe(send));
      default:
        return text(405, 'Method not allowed.');
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
  const {name, steps = [name]} = parseObject(body) ?? {};
  const names = Array.isArray(steps) ? steps.map(String) : [];
  const unknown = names.find((step) => scenarioSteps(step).length === 0);
  if (names.length === 0 || unknown !== undefined) return text(400, `Unknown scenario “${unknown ?? ''}”.`);
  account.scenario = new ScenarioQueue(names.flatMap(scenarioSteps), names.length === 1 ? names[0] : undefined);
  return showScenario(account);
}
