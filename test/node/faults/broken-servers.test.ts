import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {request, type RequestOptions} from '../../../src/http/request.js';
import {MonitoringClient} from '../../../src/vendors/liveperson/index.js';
import {createRetryPolicy} from '../../../src/vendors/liveperson/monitoring/retry-policy.js';
import {answer, bomb, cuts, drip, hang, large, notJson, reset, retryAfter} from '../../support/servers/faults.js';
import {startFaultyServer, type FaultyServer} from '../../support/servers/faulty-server.js';
import {rejection} from '../../support/rejection.js';
import {clientCalls, secret} from './client-calls.js';

const megabyte = 1_048_576;

/** Methods whose vendor need not send anything back. */
const needNoBody = ['GatewayClient.engage', 'GatewayClient.noengage'];

describe('A server that breaks', () => {
  let server: FaultyServer;

  before(async () => {
    server = await startFaultyServer();
  });
  after(() => server.close());

  const get = (options?: RequestOptions) => request(new URL(`${server.origin}/state?vid=${secret}`), {}, options);
  const names = Object.keys(clientCalls('http://127.0.0.1'));
  const call = (name: string, signal?: AbortSignal): Promise<unknown> => {
    const send = clientCalls(server.origin)[name];
    assert.ok(send);
    return send(signal);
  };
  /** The name of the error, or the value. */
  const outcomeOf = (name: string): Promise<unknown> =>
    call(name).then(
      (value) => value,
      (error: unknown) => (error as Error).name,
    );
  const failure = async (promise: Promise<unknown>): Promise<Error> => {
    const error = (await rejection(promise)) as Error;
    assert.ok(!`${error.message}${error.stack ?? ''}`.includes(secret), 'the error names a secret');
    return error;
  };

  for (const [id, title, fault] of [
    ['D36', 'never sends a head', hang],
    ['D37', 'sends a byte now and then', drip(20)],
  ] as const) {
    it(`${id}: and ${title} is given up at the deadline, and let go`, async () => {
      server.play(fault);
      assert.equal((await failure(get({deadline: 150}))).name, 'TimeoutError');
      await server.requests.at(-1)?.closed;
    });

    for (const name of names) {
      it(`${id}: and ${title} is let go by ${name} as soon as its signal aborts`, async () => {
        server.play(fault);
        const before = server.requests.length;
        const stop = new AbortController();
        const ended = failure(call(name, stop.signal));
        while (server.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 1));
        stop.abort(new Error('stopped'));
        assert.equal((await ended).message, 'stopped');
        await server.requests.at(-1)?.closed;
      });
    }
  }

  for (const name of names) {
    for (const [title, cut] of Object.entries({...cuts, 'before it begins': reset})) {
      it(`D38: and ends what it sends to ${name} ${title} is a failure, and nothing is made of it`, async () => {
        server.play(cut);
        const outcome = await outcomeOf(name);
        // Node, like WebKit, takes a body for whole whose last chunk is missing.
        const isUnnoticed = title === 'in the middle of a chunk';
        const names = isUnnoticed ? [needNoBody.includes(name) ? undefined : 'MalformedAnswerError'] : [];
        assert.ok([...names, 'NetworkError'].includes(outcome as string), String(outcome));
      });
    }

    for (const [title, fault] of Object.entries(notJson)) {
      it(`D39: and sends ${name} ${title} is told so, and nothing is made of it`, async () => {
        server.play(fault);
        const isRefused = title === 'status 204';
        const error = isRefused
          ? /^(HttpStatus|ExternalEngagement|Avaya|MalformedAnswer)Error$/
          : /^MalformedAnswerError$/;
        const outcome = String(await outcomeOf(name));
        // A recording that is not ready yet has no body.
        const isNothing = needNoBody.includes(name) || (isRefused && name === 'GliaClient.getRecording');
        assert.match(outcome, isNothing ? /^(undefined|null)$/ : error);
      });
    }
  }

  for (const [title, fault] of [
    ['50 MB', large(50 * megabyte)],
    ['50 MB in a few kilobytes', bomb(50 * megabyte)],
  ] as const) {
    it(`D44: C22: and sends ${title} is read to 256 KiB, and let go`, async () => {
      server.play(fault);
      assert.equal((await failure(get())).name, 'TooLargeError');
      await server.requests.at(-1)?.closed;
    });
  }

  it('is read to the last byte when its body has just the size that is allowed', async () => {
    server.play(answer('x'.repeat(262_144)));
    assert.equal((await get()).text.length, 262_144);
    server.play(answer('x'.repeat(262_145)));
    assert.equal((await failure(get())).name, 'TooLargeError');
  });

  describe('asks for a pause of', () => {
    for (const [header, taken] of [
      ['7', 7_000],
      ['0', 3_000],
      ['-5', 3_000],
      ['soon', 3_000],
      ['1.5', 3_000],
      ['1000000000000', 600_000],
      ['9'.repeat(400), 600_000],
      ['Thu, 01 Jan 1970 00:00:00 GMT', 3_000],
      ['Fri, 31 Dec 9999 23:59:59 GMT', 600_000],
      [' 20 ', 20_000],
    ] as const) {
      it(`D26: “${header.slice(0, 30)}”, which is taken for ${String(taken)} ms`, async () => {
        server.play(retryAfter(header));
        const client = new MonitoringClient({host: server.origin, accountId: 'a', appInstallationId: 'b'});
        assert.deepEqual(createRetryPolicy({spread: 1})(await failure(client.engage()), 1), {
          again: true,
          pause: taken,
        });
      });
    }

    it('D26: a date in nine minutes, which is taken for as long as it takes until then', async () => {
      const date = Math.ceil(Date.now() / 1000) * 1000 + 540_000;
      server.play(retryAfter(new Date(date).toUTCString()));
      const client = new MonitoringClient({host: server.origin, accountId: 'a', appInstallationId: 'b'});
      const before = Date.now();
      const {pause} = createRetryPolicy({spread: 1})(await failure(client.engage()), 1);
      assert.ok(pause <= date - before && pause >= date - Date.now(), `a pause of ${String(pause)} ms`);
    });
  });
});
