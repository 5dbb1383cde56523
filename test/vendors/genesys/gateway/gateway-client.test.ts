import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../../src/check/configuration-error.js';
import {HttpStatusError, NetworkError} from '../../../../src/http/errors.js';
import {GatewayClient, type GatewayClientOptions} from '../../../../src/vendors/genesys/gateway/gateway-client.js';
import {GatewayFaultError} from '../../../../src/vendors/genesys/gateway/gateway-fault-error.js';
import type {CancelData, IxnProfile} from '../../../../src/vendors/genesys/gateway/gateway.schemas.js';
import * as genesys from '../../../fixtures/genesys/messages.js';
import {createTestClock, type TestClock} from '../../../support/fakes/test-clock.js';
import {rejection} from '../../../support/rejection.js';

const baseUrl = 'https://gwe.brand.example:8443';
const {engagementID: _, ...unnamedProfile} = genesys.ixnProfile;

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly headers: Headers;
  readonly body: string;
}

interface Gateway {
  readonly client: GatewayClient;
  readonly sent: readonly Sent[];
  readonly clock: TestClock;
}

type Step = Error | (() => Response);

const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Step =>
  () =>
    new Response(body, {status, headers});

/** A gateway that answers by these steps; the last one stays. */
function createGateway(steps: readonly Step[], options: Partial<GatewayClientOptions> = {}): Gateway {
  const sent: Sent[] = [];
  const clock = createTestClock({jumps: true});
  const fetch: GatewayClientOptions['fetch'] = (url, init) => {
    sent.push({url, init, headers: new Headers(init.headers), body: init.body as string});
    const step = steps[Math.min(sent.length, steps.length) - 1]!;
    return step instanceof Error ? Promise.reject(step) : Promise.resolve(step());
  };
  const {now, sleep} = clock;
  const edges = {fetch, now, sleep, random: () => 0};
  return {client: new GatewayClient({baseUrl, basePath: '/server', ...edges, ...options}), sent, clock};
}

async function send(
  options: Partial<GatewayClientOptions>,
  ixnProfile: IxnProfile = genesys.ixnProfile,
): Promise<Sent> {
  const {client, sent} = createGateway([answer(200)], options);
  await client.engage(ixnProfile);
  return sent[0]!;
}

async function sendJson(ixnProfile: IxnProfile): Promise<unknown> {
  return JSON.parse((await send({encoding: 'bare'}, ixnProfile)).body);
}

describe('GatewayClient, as the Engagement REST API publishes the Engagement REST API', () => {
  describe('Request', () => {
    const addresses: readonly [options: Partial<GatewayClientOptions>, address: string][] = [
      [{}, 'https://gwe.brand.example:8443/server/data/gateway/'],
      [{basePath: '/backend'}, 'https://gwe.brand.example:8443/backend/data/gateway/'],
      [{baseUrl: `${baseUrl}/`}, 'https://gwe.brand.example:8443/server/data/gateway/'],
      [{baseUrl: 'https://proxy.example/gwe/'}, 'https://proxy.example/gwe/server/data/gateway/'],
      [{baseUrl: 'http://10.0.0.7:9081', basePath: '/backend'}, 'http://10.0.0.7:9081/backend/data/gateway/'],
    ];
    for (const [options, address] of addresses) {
      it(`is a POST to ${address}engage and noengage [GE1]`, async () => {
        const {client, sent} = createGateway([answer(200)], options);
        await client.engage(genesys.ixnProfile);
        await client.noengage(genesys.cancelData);
        expect(sent.map(({url, init}) => `${init.method!} ${url}`)).to.deep.equal([
          `POST ${address}engage`,
          `POST ${address}noengage`,
        ]);
      });
    }

    it('wraps the object in JSON under its name, unless told otherwise [GE2]', async () => {
      const {client, sent} = createGateway([answer(200)]);
      await client.engage(genesys.ixnProfile);
      await client.noengage(genesys.cancelData);
      expect(sent.map(({body}) => JSON.parse(body) as unknown)).to.deep.equal([
        {ixnProfile: genesys.ixnProfile},
        {cancelData: genesys.cancelData},
      ]);
      expect(sent[0]!.headers.get('content-type')).to.equal('application/json');
    });

    it('carries the object in a form field of its name on request', async () => {
      const profile = {...genesys.ixnProfile, title: 'Ä & = + %'};
      const {body, headers} = await send({encoding: 'form'}, profile);
      const fields = [...new URLSearchParams(body)];
      expect(fields.map(([name, value]) => [name, JSON.parse(value) as unknown])).to.deep.equal([
        ['ixnProfile', profile],
      ]);
      expect(headers.get('content-type')).to.equal('application/x-www-form-urlencoded');
    });

    it('is the bare object on request', async () => {
      const {body, headers} = await send({encoding: 'bare'});
      expect(JSON.parse(body)).to.deep.equal(genesys.ixnProfile);
      expect(headers.get('content-type')).to.equal('application/json');
    });

    it('names ids as the vendor does, and leaves unknown keys as they are', async () => {
      const profile = {
        visitId: 7,
        page: 'P',
        ixnId: 8,
        globalVisitId: 'G',
        time: '5',
        lang: null,
        loyalty: {page: null},
      };
      expect(await sendJson(profile)).to.deep.equal({
        visitID: '7',
        pageID: 'P',
        engagementID: '8',
        globalVisitID: 'G',
        time: 5,
        loyalty: {page: null},
      });
    });

    it('follows no redirect, which would take the profile and the token elsewhere', async () => {
      expect((await send({})).init.redirect).to.equal('error');
      const error = await rejection(createGateway([answer(307)]).client.engage(genesys.ixnProfile));
      expect(error).to.be.instanceOf(HttpStatusError).and.include({status: 307});
    });
  });

  describe('Parameters', () => {
    const cyclic: Record<string, unknown> = {visitID: 'v'};
    cyclic['data'] = cyclic;
    const objects: readonly [title: string, value: unknown, problem: string][] = [
      ['nothing', undefined, 'expected object, got nothing'],
      ['null', null, 'expected object, got null'],
      ['text', '{"visitID": "v"}', 'expected object, got string'],
      ['a list', [{visitID: 'v'}], 'expected object, got array'],
      ['an object without visitID', {pageID: 'p'}, 'visitID: expected string or number, got nothing'],
      ['an object whose visitID is empty', {visitID: ''}, 'visitID: expected string or number, got nothing'],
      ['an object whose visitID is a list', {visitID: ['v']}, 'visitID: expected string or number, got array'],
      ['what cannot be written as JSON', cyclic, 'expected data that can be written as JSON'],
    ];
    for (const [title, value, problem] of objects) {
      it(`are mandatory: ${title} is refused before anything is sent [GE3]`, async () => {
        const {client, sent} = createGateway([answer(200)]);
        const errors = [
          await rejection(client.engage(value as IxnProfile)),
          await rejection(client.noengage(value as CancelData)),
        ] as Error[];
        for (const [index, name] of ['ixnProfile', 'cancelData'].entries()) {
          expect(errors[index]).to.be.instanceOf(ConfigurationError);
          expect(errors[index]!.message).to.contain(`Cannot use ${name}: ${problem}`);
        }
        expect(sent).to.have.lengthOf(0);
      });
    }
  });

  describe('Response', () => {
    const answers: readonly [title: string, step: Step, result: unknown][] = [
      ['200 with JSON gives the body', answer(200, '{"status":"ok"}'), {status: 'ok'}],
      ['200 with nothing gives nothing', answer(200), undefined],
      ['200 with other text gives nothing', answer(200, 'OK'), undefined],
      ['201 is as good', answer(201, '[1]'), [1]],
      ['204 is as good', () => new Response(null, {status: 204}), undefined],
    ];
    for (const [title, step, result] of answers) {
      it(`${title} [GE4]`, async () => {
        expect(await createGateway([step]).client.engage(genesys.ixnProfile)).to.deep.equal(result);
        expect(await createGateway([step]).client.noengage(genesys.cancelData)).to.deep.equal(result);
      });
    }

    for (const [title, body, fault] of [
      ['with JSON', '{"fault":{"message":"no such visit"}}', {fault: {message: 'no such visit'}}],
      ['with other text', '<html>', undefined],
    ] as const) {
      it(`400 is a fault ${title}, and is not sent again [GE5]`, async () => {
        const {client, sent} = createGateway([answer(400, body)]);
        const error = await rejection(client.engage(genesys.ixnProfile));
        expect(error).to.be.instanceOf(GatewayFaultError).and.be.instanceOf(HttpStatusError);
        expect(error).to.include({name: 'GatewayFaultError', status: 400});
        expect((error as GatewayFaultError).fault).to.deep.equal(fault);
        expect(sent).to.have.lengthOf(1);
      });
    }

    for (const status of [401, 403, 404, 409, 429]) {
      it(`${status} is an HttpStatusError, and is not sent again`, async () => {
        const {client, sent} = createGateway([answer(status, '{}', {'Retry-After': '1'})]);
        const error = await rejection(client.engage(genesys.ixnProfile));
        expect(error).to.be.instanceOf(HttpStatusError).and.not.be.instanceOf(GatewayFaultError);
        expect(error).to.include({status});
        expect(sent).to.have.lengthOf(1);
      });
    }
  });
});

describe('GatewayClient, beyond the document', () => {
  describe('repeats a failed call', () => {
    const ladder = [1_000, 3_000, 10_000];
    const failures: readonly [title: string, step: Step, errorClass: typeof HttpStatusError | typeof NetworkError][] = [
      ['after 500', answer(500), HttpStatusError],
      ['after 503', answer(503), HttpStatusError],
      ['when no answer comes', new TypeError('Failed to fetch'), NetworkError],
    ];
    for (const [title, step, errorClass] of failures) {
      it(`${title} three times, after 1, 3 and 10 s`, async () => {
        const {client, sent, clock} = createGateway([step]);
        expect(await rejection(client.engage(genesys.ixnProfile))).to.be.instanceOf(errorClass);
        expect(clock.pauses).to.deep.equal(ladder);
        expect(new Set(sent.map(({body}) => body)).size).to.equal(1);
        expect(sent).to.have.lengthOf(4);
      });

      it(`${title}, but not without an engagementID of the caller`, async () => {
        const {client, sent, clock} = createGateway([step]);
        expect(await rejection(client.engage(unnamedProfile))).to.be.instanceOf(errorClass);
        expect(await rejection(client.noengage({visitID: 'v', engagementID: null}))).to.be.instanceOf(errorClass);
        expect(clock.pauses).to.deep.equal([]);
        expect(sent).to.have.lengthOf(2);
      });
    }

    it('and gives the answer that comes at last', async () => {
      const {client, clock} = createGateway([answer(502), new TypeError('reset'), answer(200, '{"status":"ok"}')]);
      expect(await client.noengage({visitId: 1, ixnId: 2})).to.deep.equal({status: 'ok'});
      expect(clock.pauses).to.deep.equal([1_000, 3_000]);
    });

    it('and stops at a fault', async () => {
      const {client, sent} = createGateway([answer(502), answer(400)]);
      expect(await rejection(client.engage(genesys.ixnProfile))).to.be.instanceOf(GatewayFaultError);
      expect(sent).to.have.lengthOf(2);
    });

    it('after pauses that are stretched up to twice their length', async () => {
      const {client, clock} = createGateway([answer(500)], {random: () => 1});
      await rejection(client.engage(genesys.ixnProfile));
      expect(clock.pauses).to.deep.equal(ladder.map((pause) => 2 * pause));
    });

    for (const [title, seconds, pauses] of [
      ['lengthens a pause', 5, [5_000, 5_000, 10_000]],
      ['never shortens one', 1, ladder],
      ['is limited to ten minutes', 86_400, [600_000, 600_000, 600_000]],
    ] as const) {
      it(`with a Retry-After that ${title}`, async () => {
        const {client, clock} = createGateway([answer(503, '', {'Retry-After': String(seconds)})]);
        await rejection(client.engage(genesys.ixnProfile));
        expect(clock.pauses).to.deep.equal(pauses);
      });
    }

    it('never for a later call: each has its own three', async () => {
      const {client, clock} = createGateway([answer(500)]);
      await rejection(client.engage(genesys.ixnProfile));
      await rejection(client.engage(genesys.ixnProfile));
      expect(clock.pauses).to.deep.equal([...ladder, ...ladder]);
    });
  });

  describe('stops when its signal aborts', () => {
    it('before anything is sent', async () => {
      const reason = new Error('gone');
      for (const profile of [genesys.ixnProfile, unnamedProfile]) {
        const {client, sent} = createGateway([answer(200)]);
        expect(await rejection(client.engage(profile, {signal: AbortSignal.abort(reason)}))).to.equal(reason);
        expect(sent).to.have.lengthOf(0);
      }
    });

    it('between two attempts', async () => {
      const controller = new AbortController();
      const reason = new Error('gone');
      const {now, sleep} = createTestClock({jumps: true});
      const abortAndSleep = (delay: number) => {
        controller.abort(reason);
        return sleep(delay);
      };
      const {client, sent} = createGateway([answer(500)], {now, sleep: abortAndSleep});
      expect(await rejection(client.noengage(genesys.cancelData, {signal: controller.signal}))).to.equal(reason);
      expect(sent).to.have.lengthOf(1);
    });
  });

  describe('shows a token', () => {
    it('as a bearer, asked for anew at each attempt', async () => {
      let count = 0;
      const getToken = () => Promise.resolve(`token-${++count}`);
      const {client, sent} = createGateway([answer(500), answer(200)], {getToken});
      await client.engage(genesys.ixnProfile);
      expect(sent.map(({headers}) => headers.get('authorization'))).to.deep.equal(['Bearer token-1', 'Bearer token-2']);
    });

    it('that need not come by a promise', async () => {
      expect((await send({getToken: () => 'abc'})).headers.get('authorization')).to.equal('Bearer abc');
    });

    it('not at all when there is none to ask for', async () => {
      expect((await send({})).headers.has('authorization')).to.equal(false);
    });

    for (const token of ['', 'Bearer S3CRET', 'S3CRET\r\nX-Evil: 1', undefined]) {
      it(`unless it fits no header: ${JSON.stringify(token)}`, async () => {
        const {client, sent} = createGateway([answer(200)], {getToken: () => token as string});
        const error = (await rejection(client.engage(genesys.ixnProfile))) as Error;
        expect(error).to.be.instanceOf(ConfigurationError);
        expect(error.message).to.contain('Expected the token of getToken to be').and.not.contain('S3CRET');
        expect(sent).to.have.lengthOf(0);
      });
    }

    it('and hands on why there is none, at once', async () => {
      const problem = new Error('vault is sealed');
      const {client, clock} = createGateway([answer(200)], {getToken: () => Promise.reject(problem)});
      expect(await rejection(client.engage(genesys.ixnProfile))).to.equal(problem);
      expect(clock.pauses).to.deep.equal([]);
    });

    for (const address of ['https://gwe.example', 'http://localhost:8080', 'http://127.0.0.1:1', 'http://[::1]:1']) {
      it(`to ${address}`, async () => {
        expect((await send({baseUrl: address, getToken: () => 'abc'})).headers.has('authorization')).to.equal(true);
      });
    }
  });

  it('says neither ids nor the token in its errors', async () => {
    for (const step of [answer(400, '{"fault":"99998888"}'), answer(404), answer(500), new TypeError('x')]) {
      const {client} = createGateway([step], {getToken: () => 'S3CRET'});
      const error = (await rejection(client.engage(genesys.ixnProfile))) as Error;
      const told = `${String(error)} ${JSON.stringify(Object.entries(error))}`;
      expect(told).to.contain(`POST ${baseUrl}/server/data/gateway/engage`);
      for (const secret of ['S3CRET', genesys.visitID, '99998888', 'Ada']) expect(told).not.to.contain(secret);
    }
  });

  describe('refuses settings that cannot work', () => {
    const cases: readonly [title: string, options: object, message: string][] = [
      ['no address', {baseUrl: ''}, 'Expected baseUrl to be an https address'],
      ['a host only', {baseUrl: 'gwe.example'}, "write baseUrl: 'https://gwe.example.com:8443'"],
      ['another scheme', {baseUrl: 'ftp://gwe.example'}, 'Expected baseUrl to be an https address'],
      ['user info', {baseUrl: 'https://user:S3CRET@gwe.example'}, 'query and fragment, got user info'],
      ['a query', {baseUrl: 'https://gwe.example/?token=S3CRET'}, 'query and fragment, got a query'],
      [
        'a token over plain http beyond this machine',
        {baseUrl: 'http://10.0.0.7:9081', getToken: () => 'S3CRET'},
        'a token never travels over plain http',
      ],
      ['an unknown base path', {basePath: '/frontend'}, 'Expected basePath to be /server or /backend'],
      ['no base path', {basePath: undefined}, 'Expected basePath to be /server or /backend'],
      ['an unknown encoding', {encoding: 'xml'}, 'Expected encoding to be json or form or bare'],
    ];
    for (const [title, options, message] of cases) {
      it(`${title}, and says what to write`, () => {
        const create = () => new GatewayClient({baseUrl, basePath: '/server', ...options});
        expect(create).to.throw(ConfigurationError, message);
        expect(create).not.to.throw('S3CRET');
      });
    }
  });
});
