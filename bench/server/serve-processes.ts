import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';

/** A process of `web-engagement serve`. */
export interface ServeProcess {
  readonly url: string;
  readonly process: ChildProcess;
  /** Its log so far. */
  readonly lines: readonly string[];
}

/** Processes of `web-engagement serve` with one secret and one token. */
export interface ServeProcesses {
  /** Starts one, and resolves when it is ready. */
  start(...args: readonly string[]): Promise<ServeProcess>;
  /** Ends all of them. */
  close(): void;
}

export interface ServeProcessesOptions {
  /** What to run, without the arguments of `serve`. */
  readonly command: readonly string[];
  /** Origin of the brand's pages. */
  readonly origin: string;
  readonly secret: string;
  readonly tokens: readonly string[];
}

export function openServeProcesses({command, origin, secret, tokens}: ServeProcessesOptions): ServeProcesses {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const [secretFile, tokenFile] = [join(folder, 'secret'), join(folder, 'token')];
  writeFileSync(secretFile, `${secret}\n`);
  writeFileSync(tokenFile, tokens.map((token) => `${token}\n`).join(''));
  const files = ['--secret-file', secretFile, '--gateway-token-file', tokenFile];
  const started: ServeProcess[] = [];
  return {
    start: async (...args) => {
      const running = await run([...command, 'serve', '--port', '0', '--origin', origin, ...files, ...args]);
      started.push(running);
      for (;;) if ((await fetch(`${running.url}/readyz`)).status === 200) return running;
    },
    close: () => {
      for (const {process: server} of started) server.kill('SIGKILL');
      rmSync(folder, {recursive: true});
    },
  };
}

async function run(args: readonly string[]): Promise<ServeProcess> {
  const server = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
  const lines: string[] = [];
  const output = createInterface(server.stdout);
  output.on('line', (line) => lines.push(line));
  await once(output, 'line');
  const {port} = JSON.parse(lines[0] ?? '') as {port: number};
  return {url: `http://127.0.0.1:${port}`, process: server, lines};
}
