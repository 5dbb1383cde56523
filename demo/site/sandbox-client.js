/**
 * @import {LoggedRequest} from '../sandbox/liveperson/request-log.js'
 * @import {Frame} from '../sandbox/genesys/visits/frame-log.js'
 * @typedef {{name: string, group: string, title: string, description: string}} Scenario
 * @typedef {Omit<Scenario, 'group'>} Handoff
 * @typedef {{encoding: string, base: string}} GatewayWay
 */

const account = 'sandbox/demo';

/** @returns {Promise<Scenario[]>} */
export async function listScenarios() {
  return (await fetch('sandbox/scenarios')).json();
}

/** @returns {Promise<{name?: string, steps: string[]}>} */
export async function readScenario() {
  return (await fetch(`${account}/scenario`)).json();
}

/** @param {string} name */
export async function chooseScenario(name) {
  await fetch(`${account}/scenario`, {method: 'PUT', body: JSON.stringify({name})});
}

/** @returns {Promise<Handoff[]>} the ways in which the platform can answer who asks for a link */
export async function listHandoffs() {
  return (await fetch('sandbox/handoffs')).json();
}

/** @param {string} name */
export async function chooseHandoff(name) {
  await fetch(`${account}/handoff`, {method: 'PUT', body: JSON.stringify({name})});
}

/**
 * Gets a ticket for one connection.
 *
 * @param {string} visitId
 * @returns {Promise<string>}
 */
export async function fetchTicket(visitId) {
  const {ticket} = await (await fetch(`${visitPath(visitId)}/ticket`)).json();
  return ticket;
}

/**
 * Has the brand's server call the gateway. Returns what the gateway had against it, if it had.
 *
 * @param {string} visitId
 * @param {'engage' | 'noengage'} method
 * @param {Record<string, unknown>} body
 * @param {GatewayWay} way
 * @returns {Promise<string | undefined>}
 */
export async function callGateway(visitId, method, body, way) {
  const address = `${visitPath(visitId)}/${method}?${new URLSearchParams(way)}`;
  const answer = await fetch(address, {method: 'POST', body: JSON.stringify(body)});
  return answer.ok ? undefined : (await answer.json()).fault.message;
}

/**
 * Calls back with every exchange of the component with the platform, the latest past ones included.
 *
 * @param {(exchange: LoggedRequest) => void} listener
 */
export function followExchanges(listener) {
  follow(account, 20, listener);
}

/**
 * Calls back with everything that goes to and from the notification servers for a visit, the latest past included.
 *
 * @param {string} visitId
 * @param {(frame: Frame) => void} listener
 */
export function followFrames(visitId, listener) {
  follow(visitPath(visitId), 40, listener);
}

/**
 * @template {{id: number}} Entry
 * @param {string} path
 * @param {number} most how many past entries are wanted
 * @param {(entry: Entry) => void} listener
 */
function follow(path, most, listener) {
  let last = 0;
  /** @type {EventSource | undefined} */
  let events;
  const tell = (/** @type {Entry} */ entry) => {
    if (entry.id <= last) return;
    last = entry.id;
    listener(entry);
  };
  const open = () => {
    events = new EventSource(`${path}/events`);
    /** @type {Entry[] | undefined} */
    let early = [];
    events.onmessage = ({data}) => (early ? early.push(JSON.parse(data)) : tell(JSON.parse(data)));
    events.onopen = async () => {
      const log = /** @type {Entry[]} */ (await (await fetch(`${path}/log`)).json());
      // A sandbox that was started anew counts from one again.
      if ((log.at(-1)?.id ?? 0) < last) last = 0;
      [...log.slice(-most), ...(early ?? [])].forEach(tell);
      early = undefined;
    };
  };
  // A browser has six connections for all its tabs, and the component needs some.
  const openWhileVisible = () => {
    events?.close();
    if (document.visibilityState === 'visible') open();
  };
  document.addEventListener('visibilitychange', openWhileVisible);
  openWhileVisible();
}

/** @param {string} visitId */
function visitPath(visitId) {
  return `sandbox/visits/${visitId}`;
}
