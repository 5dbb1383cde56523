import type {Account, Accounts} from './accounts.js';
import {json, text, type Answer, type Delivery} from './answer.js';
import type {ExchangeLog} from './exchange-log.js';
import {parseFields} from './engagement-request.js';
import type {SandboxRequest, Service} from './request.js';
import {ScenarioQueue} from './scenario-queue.js';
import {scenarioGroups, scenarioSteps} from './scenarios.js';

const path = /^\/sandbox\/(?<account>[^/]+)(?:\/(?<part>scenario|log|events))?$/;

/** The sandbox's own controls: what an account does next, and what was asked of it. */
export function controlApi(accounts: Accounts): Service {
  return (request) => {
    if (request.url.pathname === '/sandbox/scenarios') return json(200, listScenarios());
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
        return stream(accounts.get(account).log);
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

function stream(log: ExchangeLog): Answer {
  const headers = {'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store'};
  const deliver: Delivery = (response, {status}) => {
    response.writeHead(status, headers);
    response.write(': open\n\n');
    const stop = log.subscribe((exchange) => response.write(`data: ${JSON.stringify(exchange)}\n\n`));
    response.on('close', stop);
  };
  return {status: 200, headers, body: '', deliver};
}
