import {fileURLToPath} from 'node:url';
import {startRedis} from '../../scripts/redis-server.js';
import {createTickets} from '../../src/server/index.js';
import {createCrowd, attemptsIn, type Crowd} from './crowd.js';
import {createGatewayLoad, type GatewayLoad} from './gateway-load.js';
import {openServeProcesses, type ServeProcess} from './serve-processes.js';

const command = [fileURLToPath(new URL('../../dist/cli/web-engagement.js', import.meta.url))];
const origin = 'https://www.brand.example';
const secret = 'a secret of the bench, as long as it must be';
const token = 'bench-token';

/** Running processes of `web-engagement serve`, and those who use them. */
export interface Servers {
  readonly processes: readonly ServeProcess[];
  readonly load: GatewayLoad;
  /** Creates pages that listen. They are spread over the processes that run. */
  crowd(visits: readonly string[], options?: CrowdWishes): Crowd;
  close(): Promise<void>;
}

interface CrowdWishes {
  /** Takes the id of each attempt that reaches a page. */
  readonly receive?: (attempt: string) => void;
  /** Where the pages are as long as one of these runs. @default all processes */
  readonly at?: readonly ServeProcess[];
}

/** Starts one process with its own memory, or several on a Redis of their own. */
export async function startServers(count: number): Promise<Servers> {
  const serve = openServeProcesses({command, origin, secret, tokens: [token]});
  const redis = count > 1 ? await startRedis() : undefined;
  const options = redis ? ['--redis', redis.url] : [];
  const processes = await Promise.all(Array.from({length: count}, () => serve.start(...options)));
  const urls = processes.map(({url}) => url);
  const load = createGatewayLoad(urls, token);
  const tickets = createTickets({secret});
  return {
    processes,
    load,
    crowd: (visits, {receive = () => undefined, at = processes} = {}) =>
      createCrowd({
        urlOf: (index) => `${pick(running(at), running(processes), index).url}/notifications`,
        visits,
        tickets,
        origin,
        receive: (data) => attemptsIn(data).forEach(receive),
      }),
    close: async () => {
      load.close();
      serve.close();
      await redis?.kill();
    },
  };
}

const running = (processes: readonly ServeProcess[]): readonly ServeProcess[] =>
  processes.filter(({process: {exitCode, killed}}) => exitCode === null && !killed);

function pick(wanted: readonly ServeProcess[], others: readonly ServeProcess[], index: number): ServeProcess {
  const candidates = wanted.length > 0 ? wanted : others;
  const found = candidates[index % candidates.length];
  if (!found) throw new Error('Expected a process that runs.');
  return found;
}

/** @returns ids of visits */
export const createVisits = (count: number): readonly string[] =>
  Array.from({length: count}, (_, index) => `V${index}`);
