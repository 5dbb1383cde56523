/**
 * @typedef {{name: string, group: string, title: string, description: string}} Scenario
 * @typedef {{
 *   id: number, at: number, method: string, path: string, query: Record<string, string>,
 *   body: unknown, status: number, answer: unknown
 * }} Exchange
 */

const account = '/sandbox/demo';

/** @returns {Promise<Scenario[]>} */
export async function listScenarios() {
  return (await fetch('/sandbox/scenarios')).json();
}

/** @returns {Promise<{name?: string, steps: string[]}>} */
export async function readScenario() {
  return (await fetch(`${account}/scenario`)).json();
}

/** @param {string} name */
export async function chooseScenario(name) {
  await fetch(`${account}/scenario`, {method: 'PUT', body: JSON.stringify({name})});
}

/**
 * Calls back with every exchange of the component with the platform, the latest past ones included.
 *
 * @param {(exchange: Exchange) => void} listener
 */
export function followExchanges(listener) {
  let last = 0;
  const tell = (/** @type {Exchange} */ exchange) => {
    if (exchange.id <= last) return;
    last = exchange.id;
    listener(exchange);
  };
  const events = new EventSource(`${account}/events`);
  events.onmessage = ({data}) => tell(JSON.parse(data));
  events.onopen = async () => {
    const log = /** @type {Exchange[]} */ (await (await fetch(`${account}/log`)).json());
    log.slice(-20).forEach(tell);
  };
}
