import {spawn} from 'node:child_process';
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

/** In ms. A browser is there after two seconds on a busy machine. */
const patience = 12_000;

/** Runs test pages in WebKitGTK's MiniBrowser over plain WebDriver; a browser of its own, hence fresh storage, for each. */
export function webkitLauncher(paths: WebKitPaths): BrowserLauncher {
  const pages = new Map<string, string>();
  const stops: (() => void)[] = [];
  let screen: Promise<string> | undefined;
  let driver: Promise<Driver> | undefined;

  const stopAll = (): void => {
    for (const stop of stops.splice(0)) stop();
  };
  process.once('exit', stopAll);

  const startPage = async (): Promise<readonly [send: Send, session: string]> => {
    screen ??= startScreen(stops);
    driver ??= startDriver(paths.driver, await screen, stops);
    const {send} = await driver;
    return [send, await openSession(send, paths.miniBrowser)];
  };

  return {
    name: 'Webkit',
    type: 'webdriver',
    // WebKitWebDriver serves one session at a time.
    concurrency: 1,
    async startSession(id, url) {
      const [send, session] = await startPage().catch(async (error: unknown) => {
        if (!isTimeout(error)) throw error;
        // The driver finds a free port for its browser and waits for it for ever, also when another program was quicker.
        (await driver)?.stop();
        driver = undefined;
        return startPage();
      });
      pages.set(id, session);
      await send('POST', `/session/${session}/url`, {url});
    },
    isActive: (id) => pages.has(id),
    // The runner asks in order to notice navigations; asking over the wire would race with the end of the session.
    getBrowserUrl: () => undefined,
    async stopSession(id) {
      const session = pages.get(id);
      pages.delete(id);
      if (session && driver) await (await driver).send('DELETE', `/session/${session}`);
      return {errors: []};
    },
    startDebugSession: () => Promise.reject(new Error('WebKit has no debug session here')),
    async stop() {
      stopAll();
      process.off('exit', stopAll);
      await Promise.resolve();
    },
  };
}

interface Driver {
  readonly send: Send;
  stop(): void;
}

/** Starts a screen that nobody sees, and resolves with its name. */
async function startScreen(stops: (() => void)[]): Promise<string> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  stops.push(() => screen.kill());
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  return `:${number.toString().trim()}`;
}

async function startDriver(path: string, screen: string, stops: (() => void)[]): Promise<Driver> {
  const port = await freePort();
  const env = {...process.env, DISPLAY: screen};
  // In a group of its own, to which its browsers belong.
  const driver = spawn(path, [`--port=${String(port)}`, '--host=127.0.0.1'], {env, stdio: 'ignore', detached: true});
  const stop = (): void => {
    const isRunning = driver.exitCode === null && driver.signalCode === null;
    if (driver.pid && isRunning) process.kill(-driver.pid);
  };
  stops.push(stop);
  const send = sender(`http://127.0.0.1:${String(port)}`);
  await untilReady(send);
  return {send, stop};
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
      signal: AbortSignal.timeout(patience),
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

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError';
