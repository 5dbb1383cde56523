import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';

/** A Redis on a free port of this machine, for tests and measurements. It keeps nothing in files. */
export interface RedisServer {
  readonly url: string;
  /** Stops it at once, and forgets what it holds. */
  kill(): Promise<void>;
  /** Starts it again, at the same port. */
  start(): Promise<void>;
  /** Lets it hang: connections stay, and nothing is answered. */
  freeze(): void;
  thaw(): void;
}

export async function startRedis(...options: readonly string[]): Promise<RedisServer> {
  const port = await freePort();
  let server: ChildProcess;
  const start = async (): Promise<void> => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', ...options];
    server = spawn(process.env['REDIS_PATH'] ?? 'redis-server', args, {stdio: ['ignore', 'pipe', 'inherit']});
    await ready(server);
  };
  await start();
  const kill = async (): Promise<void> => {
    const isOver = once(server, 'exit');
    server.kill('SIGKILL');
    await isOver;
  };
  const url = `redis://127.0.0.1:${port}`;
  return {url, kill, start, freeze: () => void server.kill('SIGSTOP'), thaw: () => void server.kill('SIGCONT')};
}

async function ready(server: ChildProcess): Promise<void> {
  let text = '';
  for await (const chunk of server.stdout as AsyncIterable<Buffer>) {
    text += chunk.toString();
    if (/Ready to accept connections/i.test(text)) break;
  }
  server.stdout?.destroy();
}

/** A port that nobody uses at present. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
