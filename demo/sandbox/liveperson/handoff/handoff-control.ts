import {json, text, type Answer} from '../../http/answer.js';
import {parseObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';
import type {Service} from '../../http/service.js';
import type {Account, Accounts} from '../accounts.js';
import {handoffScenarios} from './handoff-scenarios.js';

const path = /^\/sandbox\/(?<account>[^/]+)\/handoff$/;

/** `PUT /sandbox/{account}/handoff` chooses a scenario, and `GET /sandbox/handoffs` lists them. */
export function handoffControl(accounts: Accounts): Service {
  return (request) => {
    if (request.url.pathname === '/sandbox/handoffs') return json(200, listScenarios());
    const {account} = path.exec(request.url.pathname)?.groups ?? {};
    return account && request.method === 'PUT' ? choose(accounts.get(account), request) : undefined;
  };
}

function listScenarios(): object[] {
  return [...handoffScenarios.values()].map(({name, title, description}) => ({name, title, description}));
}

function choose(account: Account, {body}: SandboxRequest): Answer {
  const name = String(parseObject(body)?.['name']);
  const scenario = handoffScenarios.get(name);
  if (!scenario) return text(400, `Unknown scenario “${name}”.`);
  account.handoff = scenario;
  return json(200, {name});
}
