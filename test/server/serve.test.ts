import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {GatewayClient} from '../../src/vendors/genesys/index.js';
import {attempts, origin, secret, token} from '../support/server/brand.js';
import {readEvents, type EventReader} from '../support/server/event-reader.js';
import {startRedis, type RedisServer} from '../support/server/redis-server.js';

const program = fileURLToPath(new URL('../../cli/web-engagement.ts', import.meta.url));

interface Running {
  readonly url: string;
  readonly process: ChildProcess;
  readonly lines: string[];
}

let folder: string;
let redis: RedisServer;
const started: Running[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  writeFileSync(join(folder, 'token'), `${token}\nold-token\n`);
  redis = await startRedis();
});

after(async () => {
  for (const {process: server} of started) server.kill('SIGKILL');
  await redis.kill();
  rmSync(folder, {recursive: true});
});

const files = (): string[] => ['--secret-file', join(folder, 'secret'), '--gateway-token-file', join(folder, 'token')];

async function serve(...args: readonly string[]): Promise<Running> {
  const options = ['--import', 'tsx', program, 'serve', '--port', '0', '--origin', origin, ...files(), ...args];
  const server = spawn(process.execPath, options, {stdio: ['ignore', 'pipe', 'inherit']});
  const lines: string[] = [];
  const output = createInterface(server.stdout);
  output.on('line', (line) => lines.push(line));
  await once(output, 'line');
  const {port} = JSON.parse(lines[0] ?? '') as {port: number};
  const running = {url: `http://127.0.0.1:${port}`, process: server, lines};
  started.push(running);
  for (;;) if ((await fetch(`${running.url}/readyz`)).status === 200) return running;
}

async function ticketOf({url}: Running, visit: string): Promise<string> {
  const init = {method: 'POST', body: JSON.stringify({visit, origin}), headers: {Authorization: `Bearer ${token}`}};
  return ((await (await fetch(`${url}/tickets`, init)).json()) as {ticket: string}).ticket;
}

async function listen(server: Running, visit: string, lastEventId = ''): Promise<EventReader> {
  const query = new URLSearchParams({visit, lastEventId, ticket: await ticketOf(server, visit)});
  return readEvents(await fetch(`${server.url}/notifications?${String(query)}`, {headers: {Origin: origin}}));
}

const clientOf = ({url}: Running): GatewayClient =>
  new GatewayClient({baseUrl: url, basePath: '/server', getToken: () => token});

describe('the command serve', () => {
  it('invites a visitor, counts it, says nothing of it in its log, and sends the pages away when it is stopped', async () => {
    const server = await serve();
    const page = await listen(server, 'VISIT-X');
    await page.next('retry');
    const answer = await clientOf(server).engage({visitID: 'VISIT-X', engagementID: 'ATTEMPT-X', title: 'TITLE-X'});
    const heard = await attempts(page, 1);
    const ticket = await ticketOf(server, 'VISIT-X');
    const outcomes = [{id: 'O1', type: 'engage', outcome: 'accepted', engagementId: 'ATTEMPT-X', at: 5}];
    const body = JSON.stringify({visit: 'VISIT-X', ticket, outcomes});
    const reported = await fetch(`${server.url}/outcomes`, {method: 'POST', body, headers: {Origin: origin}});
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    const isOver = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    const farewell = await page.next('retry');
    const [code] = (await isOver) as [number];

    assert.deepEqual([heard, reported.status, code], [['ATTEMPT-X'], 204, 0]);
    assert.deepEqual((answer as {listening: boolean}).listening, true);
    assert.match(metrics, /^web_engagement_streams_open 1$/m);
    assert.match(metrics, /^web_engagement_outcomes_total\{outcome="accepted"\} 1$/m);
    assert.match(metrics, /^web_engagement_message_delay_seconds_count 1$/m);
    assert.ok((farewell.retry ?? -1) >= 0);
    assert.deepEqual(
      server.lines.map((line) => (JSON.parse(line) as {type: string}).type),
      ['started', 'stopped'],
    );
    assert.doesNotMatch(metrics + server.lines.join(), /VISIT-X|ATTEMPT-X|TITLE-X/);
  });

  it('answers nobody without a token, and no other path', async () => {
    const server = await serve();
    const post = (path: string) => fetch(server.url + path, {method: 'POST', body: '{}'});
    const answers = [
      await post('/tickets'),
      await post('/server/data/gateway/engage'),
      await post('/secret'),
      await fetch(server.url),
    ];

    assert.deepEqual(
      answers.map(({status}) => status),
      [401, 401, 404, 404],
    );
    assert.equal(await (await fetch(`${server.url}/healthz`)).text(), 'ok');
  });

  it('runs as several processes on Redis: when one is killed, its pages find the others and miss nothing', async () => {
    const servers = await Promise.all([0, 1, 2].map(() => serve('--redis', redis.url)));
    const [first, second, third] = servers as [Running, Running, Running];
    const visits = Array.from({length: 300}, (_, index) => `V${index}`);
    const pages = await Promise.all(visits.map((visit) => listen(first, visit)));
    const positions = await Promise.all(pages.map((page) => page.next('retry')));
    const client = clientOf(third);
    await Promise.all(visits.map((visitID) => client.engage({visitID, engagementID: 'before'})));
    const last = await Promise.all(pages.slice(0, 150).map((page) => page.next()));
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    await Promise.all(visits.map((visitID) => client.engage({visitID, engagementID: 'during'})));
    const back = await Promise.all(
      visits.map((visit, index) => listen(second, visit, (last[index] ?? positions[index])?.id)),
    );
    await Promise.all(visits.map((visitID) => client.engage({visitID, engagementID: 'after'})));
    const heard = await Promise.all(back.map((page, index) => attempts(page, index < 150 ? 2 : 3)));
    await Promise.all(back.map((page) => page.stop()));

    for (const [index, ids] of heard.entries()) {
      assert.deepEqual(ids, index < 150 ? ['during', 'after'] : ['before', 'during', 'after']);
    }
  });

  for (const [what, args] of [
    ['no file of secrets', ['--origin', origin]],
    ['no origin', ['--secret-file', 'x']],
    ['a port that is none', ['--origin', origin, '--port', 'x']],
  ] as const) {
    it(`does not start with ${what}, and says so`, async () => {
      const server = spawn(process.execPath, ['--import', 'tsx', program, 'serve', ...args], {stdio: 'pipe'});
      let text = '';
      server.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const [code] = (await once(server, 'exit')) as [number];

      assert.equal(code, 2);
      assert.match(text, /^Expected --/);
    });
  }
});
