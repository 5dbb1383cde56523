import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {inTime} from '../../../src/http/in-time.js';
import {readTicket} from '../../../src/vendors/genesys/transports/ticket.js';
import {readParameters} from '../../../src/vendors/liveperson/monitoring/monitoring-settings.js';
import {hang} from '../../support/servers/faults.js';
import {startFaultyServer, type FaultyServer} from '../../support/servers/faulty-server.js';
import {clientCalls} from './client-calls.js';

const never = (): Promise<never> => new Promise(() => undefined);

describe('A function of the page that never answers', () => {
  let server: FaultyServer;
  before(async () => {
    server = await startFaultyServer();
    server.play(hang);
  });
  after(() => server.close());

  it('F13: is given up at its deadline, with what to do about it', async () => {
    await assert.rejects(inTime(never(), 'getToken', undefined, 20), {
      name: 'ConfigurationError',
      message: 'Expected getToken to settle within 0.02 s, got nothing; reject when there is no answer',
    });
  });

  it('F13: keeps no timer once it has answered, and its own error is passed on', async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    assert.equal(await inTime(Promise.resolve('token'), 'getToken'), 'token');
    await assert.rejects(inTime(Promise.reject(new Error('theirs')), 'getToken'), {message: 'theirs'});
    assert.equal(timers(), before);
  });

  const waiting: Readonly<Record<string, (signal: AbortSignal) => Promise<unknown>>> = {
    identityProvider: (signal) => readParameters({identityProvider: never}, signal),
    notificationTicket: (signal) => readTicket({visitId: 'v', pageId: 'p', getTicket: never}, signal),
    ...Object.fromEntries(
      Object.keys(clientCalls('http://127.0.0.1'))
        .filter((name) => /^(External|Gateway|Glia|Avaya)/.test(name))
        .map((name) => [
          `the hook of ${name}`,
          (signal: AbortSignal) =>
            clientCalls(server.origin, {getToken: never, getCredentials: never, authorize: never})[name]?.(signal),
        ]),
    ),
  };

  for (const [name, wait] of Object.entries(waiting)) {
    it(`F13: keeps nobody waiting whose signal aborts: ${name}`, async () => {
      const stop = new AbortController();
      const ended = wait(stop.signal);
      stop.abort(new Error('stopped'));
      await assert.rejects(ended, {message: 'stopped'});
      assert.deepEqual(server.requests, []);
    });
  }
});
