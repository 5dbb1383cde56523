/**
 * @import {LoggedRequest} from '../sandbox/liveperson/request-log.js'
 * @import {Frame} from '../sandbox/genesys/visits/frame-log.js'
 * @typedef {{name: string, group: string, title: string, description: string}} Scenario
 * @typedef {Omit<Scenario, 'group'>} Handoff
 * @typedef {{encoding: string, base: string}} CallOptions how the brand's server calls the gateway
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

/** @returns {Promise<Handoff[]>} the answers that the platform can give to a request for a link */
export async function listHandoffs() {
  return (await fetch('sandbox/handoffs')).json();
}

/** @param {string} name */
export async function chooseHandoff(name) {
  await fetch(`${account}/handoff`, {method: 'PUT', body: JSON.stringify({name})});
}

/**
 * Fetches a ticket for one connection.
 *
 * @param {string} visitId
 * @returns {Promise<string>}
 */
export async function fetchTicket(visitId) {
  const {ticket} = await (await fetch(`${visitPath(visitId)}/ticket`)).json();
  return ticket;
}

/**
 * Makes the brand's server call the gateway.
 *
 * @param {string} visitId
 * @param {'engage' | 'noengage'} method
 * @param {Record<string, unknown>} body
 * @param {CallOptions} options
 * @returns {Promise<string | undefined>} why the gateway refused, if it did
 */
export async function callGateway(visitId, method, body, options) {
  const address = `${visitPath(visitId)}/${method}?${new URLSearchParams(options)}`;
  const answer = await fetch(address, {method: 'POST', body: JSON.stringify(body)});
  return answer.ok ? undefined : (await answer.json()).detail;
}

/**
 * Calls `listener` for every request to the platform, including the latest 20 so far.
 *
 * @param {(request: LoggedRequest) => void} listener
 */
export function followRequests(listener) {
  follow(account, 20, listener);
}

/**
 * Calls `listener` for every message to or from the notification server for a visit, including the latest 40 so far.
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
 * @param {number} count number of past entries
 * @param {(entry: Entry) => void} listener
 */
function follow(path, count, listener) {
  let last = 0;
  /** @type {EventSource | undefined} */
  let events;
  const deliver = (/** @type {Entry} */ entry) => {
    if (entry.id <= last) return;
    last = entry.id;
    listener(entry);
  };
  const open = () => {
    events = new EventSource(`${path}/events`);
    /** @type {Entry[] | undefined} */
    let early = [];
    events.onmessage = ({data}) => (early ? early.push(JSON.parse(data)) : deliver(JSON.parse(data)));
    events.onopen = async () => {
      const log = /** @type {Entry[]} */ (await (await fetch(`${path}/log`)).json());
      // A restarted sandbox counts from 1 again.
      if ((log.at(-1)?.id ?? 0) < last) last = 0;
      [...log.slice(-count), ...(early ?? [])].forEach(deliver);
      early = undefined;
    };
  };
  // A browser opens six connections to a host at most, and the component needs some. Hidden tabs close theirs.
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
