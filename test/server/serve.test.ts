import assert from 'node:assert/strict';
import {once} from 'node:events';
import {after, describe, it} from 'node:test';
import type {ServeProcess} from '../../bench/server/serve-processes.js';
import {GatewayClient} from '../../src/vendors/genesys/index.js';
import {attempts, origin, token} from '../support/server/brand.js';
import {readEvents, type EventReader} from '../support/server/event-reader.js';
import {getTicket, useServe, runServe} from '../support/server/serve-process.js';

const processes = useServe();

after(() => processes.close());

async function listen({url}: ServeProcess, visit: string): Promise<EventReader> {
  const query = new URLSearchParams({visit, ticket: await getTicket(url, visit)});
  return readEvents(await fetch(`${url}/notifications?${String(query)}`, {headers: {Origin: origin}}));
}

const clientOf = ({url}: ServeProcess): GatewayClient =>
  new GatewayClient({baseUrl: url, basePath: '/server', getToken: () => token});

describe('the command serve', () => {
  it('invites a visitor, counts it, says nothing of it in its log, and sends the pages away when it is stopped', async () => {
    const server = await processes.start();
    const page = await listen(server, 'VISIT-X');
    await page.next('retry');
    const answer = await clientOf(server).engage({visitID: 'VISIT-X', engagementID: 'ATTEMPT-X', title: 'TITLE-X'});
    const heard = await attempts(page, 1);
    const ticket = await getTicket(server.url, 'VISIT-X');
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
    const server = await processes.start();
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

  for (const [what, args] of [
    ['no file of secrets', ['--origin', origin]],
    ['no origin', ['--secret-file', 'x']],
    ['a port that is none', ['--origin', origin, '--port', 'x']],
  ] as const) {
    it(`does not start with ${what}, and says so`, async () => {
      const server = runServe(...args);
      let text = '';
      server.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const [code] = (await once(server, 'exit')) as [number];

      assert.equal(code, 2);
      assert.match(text, /^Expected --/);
    });
  }
});
