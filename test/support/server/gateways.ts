import {serverToken} from '../../../demo/sandbox/genesys/gateway/server-token.js';
import {startSandbox} from '../../../demo/sandbox/sandbox.js';
import {origin, startBrand, token} from './brand.js';
import {readEvents, type EventReader} from './event-reader.js';
import {getTicket, useServe} from './serve-process.js';

/** A running gateway, and the pages that listen to what it is told. */
export interface RunningGateway {
  readonly url: string;
  readonly token: string;
  /** Opens the stream of a page. */
  listen(visit: string, page?: string): Promise<EventReader>;
  close(): void | Promise<void>;
}

interface Place {
  readonly url: string;
  readonly path: string;
  readonly getTicket: (visit: string) => Promise<string>;
}

function listenAt({url, path, getTicket}: Place): RunningGateway['listen'] {
  return async (visit, page = 'P1') => {
    const query = new URLSearchParams({visit, page, ticket: await getTicket(visit)});
    return readEvents(await fetch(`${url}${path}?${String(query)}`, {headers: {Origin: origin}}));
  };
}

async function startHandlers(): Promise<RunningGateway> {
  const brand = await startBrand();
  const {url, tickets, close} = brand;
  const listen = listenAt({url, path: '/stream', getTicket: (visit) => tickets.issue({visit, origin})});
  return {url, token, listen, close};
}

async function startServe(): Promise<RunningGateway> {
  const processes = useServe();
  const {url} = await processes.start();
  const listen = listenAt({url, path: '/notifications', getTicket: (visit) => getTicket(url, visit)});
  return {url, token, listen, close: () => processes.close()};
}

async function startInSandbox(): Promise<RunningGateway> {
  const sandbox = await startSandbox();
  const {url} = sandbox;
  const issue = async (visit: string): Promise<string> => {
    const response = await fetch(`${url}/sandbox/visits/${visit}/ticket`);
    return ((await response.json()) as {ticket: string}).ticket;
  };
  const listen = listenAt({url, path: '/server/notifications', getTicket: issue});
  return {url, token: serverToken, listen, close: () => sandbox.close()};
}

/** Every gateway of this project, by a name for tests. */
export const gateways: readonly [name: string, start: () => Promise<RunningGateway>][] = [
  ['the handlers', startHandlers],
  ['the command serve', startServe],
  ['the sandbox', startInSandbox],
];
