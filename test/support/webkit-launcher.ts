import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import type {Readable} from 'node:stream';
import {setTimeout as sleep} from 'node:timers/promises';
import type {BrowserLauncher} from '@web/test-runner';

export interface WebKitPaths {
  readonly driver: string;
  readonly miniBrowser: string;
}

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<unknown>;

/** Runs test pages in WebKitGTK's MiniBrowser over plain WebDriver; a browser of its own, hence fresh storage, for each. */
export function webkitLauncher(paths: WebKitPaths): BrowserLauncher {
  const children: ChildProcess[] = [];
  const pages = new Map<string, string>();
  let driver: Promise<Send> | undefined;

  const stopChildren = () => {
    for (const child of children.splice(0)) child.kill();
  };
  process.once('exit', stopChildren);

  return {
    name: 'Webkit',
    type: 'webdriver',
    // WebKitWebDriver serves one session at a time.
    concurrency: 1,
    async startSession(id, url) {
      driver ??= startDriver(paths, children);
      const send = await driver;
      const session = await openSession(send, paths.miniBrowser);
      pages.set(id, session);
      await send('POST', `/session/${session}/url`, {url});
    },
    isActive: (id) => pages.has(id),
    // The runner asks in order to notice navigations; asking over the wire would race with the end of the session.
    getBrowserUrl: () => undefined,
    async stopSession(id) {
      const session = pages.get(id);
      pages.delete(id);
      if (session && driver) await (await driver)('DELETE', `/session/${session}`);
      return {errors: []};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no debug session here')),
    async stop() {
      stopChildren();
      process.off('exit', stopChildren);
      await Promise.resolve();
    },
  };
}

async function startDriver({driver}: WebKitPaths, children: ChildProcess[]): Promise<Send> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(screen);
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];

  const port = await freePort();
  const env = {...process.env, DISPLAY: `:${number.toString().trim()}`};
  children.push(spawn(driver, [`--port=${String(port)}`, '--host=127.0.0.1'], {env, stdio: 'ignore'}));
  const send = sender(`http://127.0.0.1:${String(port)}`);
  await untilReady(send);
  return send;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}

async function untilReady(send: Send, attempts = 100): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      await send('GET', '/status');
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error('WebKitWebDriver did not answer');
}

function sender(origin: string): Send {
  return async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      ...(body === undefined ? {} : {body: JSON.stringify(body), headers: {'content-type': 'application/json'}}),
    });
    const {value} = (await response.json()) as {value: unknown};
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
}

async function openSession(send: Send, binary: string): Promise<string> {
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': {binary, args: ['--automation']},
  };
  const {sessionId} = (await send('POST', '/session', {capabilities: {alwaysMatch}})) as {sessionId: string};
  return sessionId;
}
