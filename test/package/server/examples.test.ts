// The servers of examples/, as the programs and the pages of a brand meet them.
import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {startRedis, type RedisServer} from '../../../scripts/redis-server.js';
import {GatewayClient} from '../../../src/vendors/genesys/index.js';
import {attempts, origin, secret, token} from '../../support/server/brand.js';
import {readEvents} from '../../support/server/event-reader.js';
import {getTicket} from '../../support/server/serve-process.js';

const examples = new URL('../../../examples/', import.meta.url);

interface Running {
  readonly url: string;
  readonly process: ChildProcess;
}

async function start(program: string, settings: Readonly<Record<string, string>>): Promise<Running> {
  const env = {...process.env, PORT: '0', ORIGIN: origin, ...settings};
  const server = spawn(process.execPath, [fileURLToPath(new URL(program, examples))], {env, stdio: 'pipe'});
  server.stderr.pipe(process.stderr);
  const [url] = (await once(createInterface(server.stdout), 'line')) as [string];
  return {url, process: server};
}

/** Gets a ticket as the page of a visitor does whose session has this visit. */
async function askForTicket(url: string, visit: string): Promise<string> {
  const response = await fetch(`${url}/ticket`, {headers: {Cookie: `session=1; visit=${visit}`}});
  return ((await response.json()) as {ticket: string}).ticket;
}

/** Invites the visitor of a page that listens, and reports that the page has shown it. */
async function invite(url: string, issue: (visit: string) => Promise<string>, visit = 'VISIT') {
  const query = new URLSearchParams({visit, ticket: await issue(visit)});
  const page = readEvents(await fetch(`${url}/notifications?${String(query)}`, {headers: {Origin: origin}}));
  await page.next('retry');
  const client = new GatewayClient({baseUrl: url, basePath: '/server', getToken: () => token});
  const answer = await client.engage({visitID: visit, engagementID: 'E1', title: 'May we help?'});
  const ids = await attempts(page, 1);
  const outcomes = [{id: 'O1', type: 'engage', outcome: 'offered', engagementId: 'E1', at: 5}];
  const body = JSON.stringify({visit, ticket: query.get('ticket'), outcomes});
  const report = await fetch(`${url}/outcomes`, {method: 'POST', body, headers: {Origin: origin}});
  await page.stop();
  return {ids, answer, reported: report.status};
}

const expected = {ids: ['E1'], answer: {status: 'ok', engagementID: 'E1', listening: true, pages: []}, reported: 204};

const servers: readonly (readonly [folder: string, program: string])[] = [
  ['server-node', 'server.js'],
  ['server-express', 'server.js'],
  ['server-hono', 'node.js'],
];

for (const [folder, program] of servers) {
  describe(`the example ${folder}`, () => {
    let running: Running;

    before(async () => {
      running = await start(`${folder}/${program}`, {TICKET_SECRET: secret, GATEWAY_TOKEN: token});
    });

    after(() => running.process.kill('SIGKILL'));

    it('invites a visitor, and takes what became of it', async () => {
      assert.deepEqual(await invite(running.url, (visit) => askForTicket(running.url, visit)), expected);
    });

    it('gives nobody a ticket without a session, and nobody a stream without a ticket', async () => {
      const answers = await Promise.all([
        fetch(`${running.url}/ticket`),
        fetch(`${running.url}/notifications?visit=VISIT`, {headers: {Origin: origin}}),
        fetch(`${running.url}/server/data/gateway/engage`, {method: 'POST', body: '{}'}),
      ]);

      assert.deepEqual(
        answers.map(({status}) => status),
        [403, 403, 401],
      );
    });
  });
}

describe('the example server-cluster', () => {
  let folder: string;
  let redis: RedisServer;
  let running: Running;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cluster-'));
    const [SECRET_FILE, TOKEN_FILE] = [join(folder, 'tickets'), join(folder, 'gateway')];
    await Promise.all([writeFile(SECRET_FILE, secret), writeFile(TOKEN_FILE, token)]);
    redis = await startRedis();
    running = await start('server-cluster/cluster.js', {REDIS_URL: redis.url, SECRET_FILE, TOKEN_FILE});
  });

  after(async () => {
    running.process.kill('SIGTERM');
    await once(running.process, 'exit');
    await redis.kill();
    await rm(folder, {recursive: true});
  });

  it('invites a visitor, whichever process the call and the page have come to', async () => {
    for (let round = 0; round < 3; round++) {
      const {url} = running;
      const {ids, reported} = await invite(url, (visit) => getTicket(url, visit), `VISIT${round}`);
      assert.deepEqual([ids, reported], [['E1'], 204]);
    }
  });

  it('has the same options in its compose file', async () => {
    const compose = await readFile(new URL('server-cluster/compose.yaml', examples), 'utf8');
    const dockerfile = await readFile(new URL('../Dockerfile', examples), 'utf8');

    for (const option of ['--origin', '--redis', '--trust-proxy']) assert.ok(compose.includes(option), option);
    for (const name of ['tickets', 'gateway']) {
      assert.match(compose, new RegExp(`secrets: \\[.*${name}`));
      assert.ok(dockerfile.includes(`/run/secrets/${name}`));
    }
  });
});

describe('the servers of examples/', () => {
  it('are all tested', async () => {
    const tested = await readFile(fileURLToPath(import.meta.url), 'utf8');
    const folders = (await readdir(examples)).filter((name) => name.startsWith('server-'));

    assert.deepEqual(
      folders.filter((name) => !tested.includes(`'${name}'`) && !tested.includes(`example ${name}'`)),
      [],
    );
  });
});
