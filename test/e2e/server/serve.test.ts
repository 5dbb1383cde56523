// The built script tag against `web-engagement serve`: one process, and three on Redis, each behind a proxy.
import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {after, before, beforeEach, it} from 'node:test';
import type {Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import type {ServeProcess} from '../../../bench/server/serve-processes.js';
import {GatewayClient} from '../../../src/vendors/genesys/index.js';
import {token} from '../../support/server/brand.js';
import {startRedis} from '../../../scripts/redis-server.js';
import {getTicket, useServe} from '../../support/server/serve-process.js';
import {brandUrl, get} from '../brand/brand.js';
import {invitationOf} from '../brand/visit.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {startGate, type Gate} from './gate.js';

interface Servers {
  readonly servers: readonly ServeProcess[];
  close(): Promise<void> | void;
}

async function startAlone(origin: string): Promise<Servers> {
  const processes = useServe(origin);
  return {servers: [await processes.start()], close: () => processes.close()};
}

async function startThree(origin: string): Promise<Servers> {
  const [processes, redis] = [useServe(origin), await startRedis()];
  const servers = await Promise.all([0, 1, 2].map(() => processes.start('--redis', redis.url)));
  const close = async (): Promise<void> => {
    processes.close();
    await redis.kill();
  };
  return {servers, close};
}

const installations: readonly [string, (origin: string) => Promise<Servers>][] = [
  ['one process of serve', startAlone],
  ['three processes of serve on Redis', startThree],
];

for (const [name, start] of installations) {
  inEveryEngine(`a page with the script tag at ${name}`, (visitor) => {
    let brand: Sandbox;
    let installation: Servers;
    let gate: Gate;
    let client: GatewayClient;
    let visit: string;

    before(async () => {
      brand = await startSandbox();
      installation = await start(brand.url);
      gate = await startGate(installation.servers.map(({url}) => url));
      const [baseUrl = ''] = installation.servers.map(({url}) => url).slice(-1);
      client = new GatewayClient({baseUrl, basePath: '/server', getToken: () => token});
      await fetch(`${brand.url}/sandbox/brand/scenario`, {method: 'PUT', body: '{"name": "unavailable"}'});
    });

    after(async () => {
      await gate.close();
      await installation.close();
      await brand.close();
    });

    beforeEach(async () => {
      visit = randomUUID().replaceAll('-', '').toUpperCase();
      await visitor().exposeFunction('getTicket', (id: string) => getTicket(gate.url, id, brand.url));
      await visitor().addInitScript(`{
        window.WebEngagement ??= (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
        WebEngagement('set', 'notificationTicket', (id) => getTicket(id));
      }`);
    });

    /** The sum of a metric of all processes. */
    async function count(metric: string): Promise<number> {
      const pages = await Promise.all(
        installation.servers.map(async ({url}) => (await fetch(`${url}/metrics`)).text()),
      );
      const values = pages.map((text) => text.split('\n').find((line) => line.startsWith(`web_engagement_${metric} `)));
      return values.reduce((sum, line) => sum + Number(line?.split(' ').at(-1) ?? 0), 0);
    }

    const hasStreams = (number: number): Promise<void> =>
      until(`${number} streams are open`, async () => (await count('streams_open')) === number);

    async function open(): Promise<Page> {
      const page = await visitor().newPage();
      const tag = {
        'data-visit-id': visit,
        'data-notifications-url': `${gate.url}/notifications`,
        'data-outcomes-url': `${gate.url}/outcomes`,
      };
      await page.goto(brandUrl(brand, brand, tag));
      await until('the page has asked', async () => (await get(page, 'state')) === 'unavailable');
      return page;
    }

    it('shows an invitation, withdraws it, and reports what became of both', async () => {
      const page = await open();
      await hasStreams(1);
      const cancelled = await count('outcomes_total{outcome="cancelled"}');
      const rejected = await count('outcomes_total{outcome="rejected"}');
      await client.engage({visitID: visit, engagementID: 'E1', title: 'Still looking?'});
      await invitationOf(page, 'Still looking?').waitFor();
      await client.noengage({visitID: visit, engagementID: 'E1'});
      await invitationOf(page, 'Still looking?').waitFor({state: 'hidden'});
      await client.engage({visitID: visit, engagementID: 'E2', title: 'And now?'});
      await invitationOf(page, 'And now?').getByRole('button', {name: 'No, thanks'}).click();
      await until('the outcomes have come', async () => {
        const now = [
          await count('outcomes_total{outcome="cancelled"}'),
          await count('outcomes_total{outcome="rejected"}'),
        ];
        return now.join() === [cancelled + 1, rejected + 1].join();
      });
      await page.close();
      await hasStreams(0);
    });

    it('gets what was sent while it was cut off', async () => {
      const page = await open();
      await hasStreams(1);
      gate.shut();
      await hasStreams(0);
      await client.engage({visitID: visit, engagementID: 'E1', title: 'While you were away'});
      assert.equal(await count('streams_open'), 0);
      gate.open();
      await invitationOf(page, 'While you were away').waitFor();
      await page.close();
      await hasStreams(0);
    });

    it('shares one stream with seven other tabs', async () => {
      const pages: Page[] = [];
      for (let tab = 0; tab < 8; tab++) pages.push(await open());
      await hasStreams(1);
      const opened = await count('answers_total{handler="stream",status="200"}');
      await client.engage({visitID: visit, engagementID: 'E1', title: 'In one of them'});
      await until('one tab shows it', async () => {
        const states = await Promise.all(pages.map((page) => get(page, 'state')));
        return states.filter((state) => state === 'expose').length === 1;
      });
      const openedLater = await count('answers_total{handler="stream",status="200"}');
      for (const page of pages) await page.close();
      await hasStreams(0);

      assert.equal(openedLater, opened);
    });
  });
}
