// Three processes of `web-engagement serve` on one Redis, behind a proxy, on this machine:
// REDIS_URL=redis://127.0.0.1:6379 SECRET_FILE=tickets TOKEN_FILE=gateway ORIGIN=https://www.brand.example node cluster.js
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {startProxy} from './proxy.js';

const {
  PORT = '8080',
  REDIS_URL = 'redis://127.0.0.1:6379',
  SECRET_FILE = '',
  TOKEN_FILE = '',
  ORIGIN = '',
} = process.env;

const program = fileURLToPath(
  new URL('./dist/cli/web-engagement.js', import.meta.resolve('web-engagement/package.json')),
);
const files = ['--secret-file', SECRET_FILE, '--gateway-token-file', TOKEN_FILE];
const options = ['--port', '0', '--redis', REDIS_URL, '--origin', ORIGIN, '--trust-proxy', ...files];

/** Starts a process, and resolves when it has told its port. */
async function startServer() {
  const server = spawn(process.execPath, [program, 'serve', ...options], {stdio: ['ignore', 'pipe', 'inherit']});
  const [line] = await once(createInterface(server.stdout), 'line');
  return {server, url: `http://127.0.0.1:${JSON.parse(line).port}`};
}

const servers = await Promise.all([startServer(), startServer(), startServer()]);
const proxy = await startProxy(
  servers.map(({url}) => url),
  Number(PORT),
);
console.log(`http://127.0.0.1:${proxy.address().port}`);

process.once('SIGTERM', () => {
  proxy.close();
  for (const {server} of servers) server.kill('SIGTERM');
});
