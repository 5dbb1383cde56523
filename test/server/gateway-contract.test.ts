// What every gateway of this project promises to the programs that call it.
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import fc from 'fast-check';
import {HttpStatusError} from '../../src/http/errors.js';
import {GatewayClient, type GatewayClientOptions} from '../../src/vendors/genesys/gateway/gateway-client.js';
import {GatewayFaultError} from '../../src/vendors/genesys/gateway/gateway-fault-error.js';
import {readNotifications, type Notification} from '../../src/vendors/genesys/notification.js';
import * as genesys from '../fixtures/genesys/messages.js';
import {createTestClock} from '../support/fakes/test-clock.js';
import {attempts} from '../support/server/brand.js';
import type {EventReader} from '../support/server/event-reader.js';
import {gateways, type RunningGateway} from '../support/server/gateways.js';

type Fields = Readonly<Record<string, unknown>>;
type Headers = Readonly<Record<string, string>>;

const json = {'Content-Type': 'application/json'};
const form = {'Content-Type': 'application/x-www-form-urlencoded'};

interface Fault {
  readonly title: string;
  readonly detail: string;
}

const faults: [string, string, Headers][] = [
  ['nothing', '', json],
  ['text that is no JSON', '{', json],
  ['a list', '[]', json],
  ['a text in place of the object', '{"ixnProfile": "{}"}', json],
  ['an empty form', '', form],
  ['a form field that is no object', 'ixnProfile=1', form],
  ['a form with another field', 'cancelData={"visitID": "V"}', form],
  ['an object without a visit', '{"ixnProfile": {}}', json],
  ['an empty visit', '{"ixnProfile": {"visitID": ""}}', json],
  ['a visit that is a pattern', '{"ixnProfile": {"visitID": "**"}}', json],
  ['a visit with a line break', '{"ixnProfile": {"visitID": "V\\r\\nSet-Cookie: a=b"}}', json],
  ['a visit that is too long', JSON.stringify({ixnProfile: {visitID: 'V'.repeat(129)}}), json],
  ['a time that is no number', '{"ixnProfile": {"visitID": "V", "time": "soon"}}', json],
  ['JSON that is nested too deeply', `{"visitID": "V", "data": ${'['.repeat(30_000)}${']'.repeat(30_000)}}`, json],
];

for (const [name, start] of gateways) {
  describe(`the gateway of ${name}`, () => {
    let gateway: RunningGateway;
    let visits = 0;
    const newVisit = (): string => `VISIT${++visits}`;

    before(async () => {
      gateway = await start();
    });

    after(() => gateway.close());

    const send = (path: string, body: BodyInit, headers: Headers = json): Promise<Response> => {
      const authorization = {Authorization: `Bearer ${gateway.token}`};
      return fetch(gateway.url + path, {method: 'POST', body, headers: {...authorization, ...headers}});
    };
    const engage = (body: BodyInit, headers?: Headers): Promise<Response> =>
      send('/server/data/gateway/engage', body, headers);

    function createClient(options: Partial<GatewayClientOptions> = {}): GatewayClient {
      const {now, sleep} = createTestClock({jumps: true});
      const getToken = () => gateway.token;
      return new GatewayClient({baseUrl: gateway.url, basePath: '/server', getToken, now, sleep, ...options});
    }

    for (const basePath of ['/server', '/backend'] as const) {
      for (const encoding of ['json', 'form', 'bare'] as const) {
        it(`takes calls of the client at ${basePath} by ${encoding}, and says who gets them`, async () => {
          const visitID = newVisit();
          const page = await gateway.listen(visitID);
          const profile = {...genesys.ixnProfile, visitID, title: 'Grüße & 100 % = +'};
          const cancelData = {...genesys.cancelData, visitID};
          const client = createClient({basePath, encoding});
          const {engagementID} = profile;
          const answer = {status: 'ok', engagementID, listening: true, pages: ['P1']};
          assert.deepEqual([await client.engage(profile), await client.noengage(cancelData)], [answer, answer]);
          assert.deepEqual(await hear(page, 2), [
            {type: 'engage', page: genesys.pageID, profile},
            {type: 'noengage', page: genesys.pageID, cancel: cancelData},
          ]);
        });
      }
    }

    for (const spelling of ['visitID', 'visitId', 'visit']) {
      it(`finds the visit under ${spelling}, and passes it on as visitID`, async () => {
        const visit = newVisit();
        const page = await gateway.listen(visit);
        await engage(JSON.stringify({[spelling]: visit, engagementID: 'E1', time: 5}));
        const [message] = JSON.parse((await page.next()).data ?? '') as [{data: Fields}];
        await page.stop();

        assert.deepEqual(message.data, {visitID: visit, engagementID: 'E1', time: 5});
      });
    }

    it('says that nobody listens, and keeps the call for the next page', async () => {
      const visit = newVisit();
      const answer = await createClient().engage({visitID: visit, engagementID: 'E1'});
      const page = await gateway.listen(visit);
      const ids = await attempts(page, 1);
      await page.stop();

      assert.deepEqual(answer, {status: 'ok', engagementID: 'E1', listening: false, pages: []});
      assert.deepEqual(ids, ['E1']);
    });

    it('adds the time and an engagementID of the vendor’s shape where they are missing', async () => {
      const visitID = newVisit();
      const page = await gateway.listen(visitID);
      const {engagementID} = (await createClient().engage({visitID})) as {engagementID: string};
      const [message] = JSON.parse((await page.next()).data ?? '') as [{data: Fields}];
      await page.stop();

      assert.match(engagementID, /^[0-9A-F]{32}$/);
      assert.equal(typeof message.data.time, 'number');
      assert.deepEqual(
        {...message, data: {...message.data, time: 5}},
        {
          channel: 'engage',
          data: {visitID, engagementID, time: 5},
        },
      );
    });

    const repetitions: [string, Fields, readonly string[]][] = [
      ['does not deliver the same call twice', {}, ['E1', 'last']],
      ['delivers a call again when its object has changed', {subject: 'Hats'}, ['E1', 'E1', 'last']],
    ];
    for (const [what, change, expected] of repetitions) {
      it(what, async () => {
        const visitID = newVisit();
        const page = await gateway.listen(visitID);
        const client = createClient();
        await client.engage({visitID, engagementID: 'E1', time: 5});
        await client.engage({visitID, engagementID: 'E1', time: 5, ...change});
        await client.engage({visitID, engagementID: 'last'});
        const ids = await attempts(page, expected.length);
        await page.stop();

        assert.deepEqual(ids, expected);
      });
    }

    it('takes a call again whose answer was lost, and the page gets it once', async () => {
      const visitID = newVisit();
      const page = await gateway.listen(visitID);
      let calls = 0;
      const client = createClient({
        fetch: async (url, init) => {
          const response = await fetch(url, init);
          if (++calls === 1) throw new TypeError('connection reset');
          return response;
        },
      });
      await client.engage({visitID, engagementID: 'E1', time: 5});
      await client.noengage({visitID, reason: 'the end'});
      const types = (await hear(page, 2)).map(({type}) => type);

      assert.deepEqual([calls, types], [3, ['engage', 'noengage']]);
    });

    it('cancels whatever is pending as often as it is told to', async () => {
      const visitID = newVisit();
      const page = await gateway.listen(visitID);
      const client = createClient();
      for (let call = 0; call < 2; call++) await client.noengage({visitID});
      const types = (await hear(page, 2)).map(({type}) => type);

      assert.deepEqual(types, ['noengage', 'noengage']);
    });

    for (const [what, body, headers] of faults) {
      it(`answers ${what} with 400 FAULT and says what is wrong`, async () => {
        const response = await engage(body, headers);
        const fault = (await response.json()) as Fault;

        assert.equal(response.status, 400);
        assert.equal(response.headers.get('content-type'), 'application/problem+json');
        assert.equal(fault.title, 'FAULT');
        assert.match(fault.detail, /^Expected .*ixnProfile/);
      });
    }

    it('hands the fault over to the client', async () => {
      await assert.rejects(createClient().engage({visitID: 'no/visit'}), (error) => {
        assert.ok(error instanceof GatewayFaultError);
        assert.equal((error.fault as Fault).title, 'FAULT');
        return true;
      });
    });

    it('answers a body of more than 64 KiB with 413, whether or not its length is told', async () => {
      const body = JSON.stringify({visitID: 'V', title: 'x'.repeat(65_536)});
      const headers = {Authorization: `Bearer ${gateway.token}`, ...json};
      const length = {'Content-Length': String(body.length)};
      const url = `${gateway.url}/server/data/gateway/engage`;

      assert.deepEqual(
        [await postOnce(url, body, {...headers, ...length}), await postOnce(url, body, headers)],
        [413, 413],
      );
    });

    it('answers bytes that are no UTF-8 with 400', async () => {
      assert.equal((await engage(new Uint8Array([0xff]))).status, 400);
    });

    it('never fails, whatever the body is, and never repeats what it was sent', async () => {
      const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
      const content = fc.oneof(
        fc.uint8Array({maxLength: 200}),
        fc.json().map(encode),
        fc.json().map((value) => encode(`{"ixnProfile": ${value}}`)),
      );
      const type = fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain', '');
      await fc.assert(
        fc.asyncProperty(content, type, fc.constantFrom('engage', 'noengage'), async (bytes, contentType, method) => {
          const headers = {'Content-Type': contentType};
          const body = new Uint8Array([...bytes, ...encode(' s3cret')]);
          const response = await send(`/server/data/gateway/${method}`, body, headers);
          assert.equal(response.status, 400);
          assert.doesNotMatch(await response.text(), /s3cret/);
        }),
        {numRuns: 200},
      );
    });

    for (const [title, getToken] of [
      ['no token', undefined],
      ['another token', () => 'guessed'],
    ] as const) {
      it(`refuses the client with ${title}`, async () => {
        await assert.rejects(
          createClient({getToken}).engage({visitID: newVisit()}),
          (error) => error instanceof HttpStatusError && error.status === 401,
        );
      });
    }

    it('refuses every other form of its token, and names the form', async () => {
      const wrong = ['', 'Bearer wrong', gateway.token, `Basic ${gateway.token}`, `Bearer ${gateway.token}x`];
      for (const Authorization of wrong) {
        const response = await engage('{"visitID": "V"}', {Authorization});
        assert.deepEqual([response.status, response.headers.get('www-authenticate')], [401, 'Bearer'], Authorization);
      }
    });

    it('takes POST only, at the path of a method', async () => {
      const answers = await Promise.all([
        ...['GET', 'PUT', 'DELETE', 'OPTIONS'].map((method) =>
          fetch(`${gateway.url}/server/data/gateway/engage`, {method}),
        ),
        send('/server/data/gateway/engageall', '{}'),
      ]);

      assert.deepEqual(
        answers.map(({status}) => status),
        [405, 405, 405, 405, 404],
      );
    });

    it('is closed to pages, preflight included', async () => {
      const headers = {Origin: 'https://www.brand.example', 'Access-Control-Request-Method': 'POST'};
      const preflight = await fetch(`${gateway.url}/server/data/gateway/engage`, {method: 'OPTIONS', headers});
      const call = await engage('{"visitID": "V"}', headers);
      const names = [...preflight.headers.keys(), ...call.headers.keys()];

      assert.deepEqual(
        names.filter((each) => each.startsWith('access-control')),
        [],
      );
    });

    it('gets nothing from a client that a server redirects to it', async () => {
      const visitID = newVisit();
      const server = createServer((_, response) => {
        response.writeHead(307, {Location: `${gateway.url}/server/data/gateway/engage`}).end();
      });
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const page = await gateway.listen(visitID);
      try {
        await assert.rejects(createClient({baseUrl}).engage({visitID, engagementID: 'E1'}), {name: 'NetworkError'});
      } finally {
        server.closeAllConnections();
        server.close();
      }
      await createClient().engage({visitID, engagementID: 'own'});
      const ids = await attempts(page, 1);
      await page.stop();

      assert.deepEqual(ids, ['own']);
    });
  });
}

/** Status of the answer to a body that is sent in two parts, on a connection of its own, which the server may break off. */
async function postOnce(url: string, body: string, headers: Headers): Promise<number | undefined> {
  const call = request(url, {method: 'POST', headers, agent: false});
  const answer = once(call, 'response') as Promise<[{readonly statusCode?: number}]>;
  call.write(body.slice(0, 1_000));
  call.end(body.slice(1_000));
  const [{statusCode}] = await answer;
  call.on('error', () => undefined);
  call.destroy();
  return statusCode;
}

/** What a page hears, up to this many notifications. */
async function hear(page: EventReader, count: number): Promise<readonly Notification[]> {
  const heard: Notification[] = [];
  while (heard.length < count) heard.push(...readNotifications((await page.next()).data ?? ''));
  await page.stop();
  return heard;
}
