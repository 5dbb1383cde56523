import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {createSseTransport} from '../../../src/vendors/genesys/transports/sse.js';
import {createEventSources} from '../../support/fakes/fake-event-source.js';
import {listenBy, settle} from '../../support/listening.js';
import {json, redirect} from '../../support/servers/faults.js';
import {startFaultyServer, type FaultyServer} from '../../support/servers/faulty-server.js';
import {clientCalls} from './client-calls.js';

const answer = {visitorId: 'v', sessionId: 's', engagementDetails: [{status: 'expose'}]};

describe('A server that redirects', () => {
  let elsewhere: FaultyServer;
  let server: FaultyServer;

  before(async () => {
    [elsewhere, server] = await Promise.all([startFaultyServer(), startFaultyServer()]);
    elsewhere.play(json(answer));
    server.serve('/moved', json(answer));
  });
  after(() => Promise.all([elsewhere.close(), server.close()]));

  for (const name of Object.keys(clientCalls('http://127.0.0.1'))) {
    it(`F5: is not followed by ${name}, wherever to and with whatever status`, async () => {
      const call = clientCalls(server.origin)[name];
      const targets = [301, 302, 303, 307, 308].map((status) => [status, `${elsewhere.origin}/`] as const);
      for (const [status, location] of [...targets, [307, '/moved'], [302, '/moved']] as const) {
        server.play(redirect(status, location));
        await assert.rejects(call?.() ?? Promise.resolve(), {name: 'NetworkError'}, `${String(status)} to ${location}`);
      }
      assert.deepEqual(elsewhere.requests, []);
    });
  }

  it('F5: gives no notification of a stream from there', async () => {
    const {eventSource, streams} = createEventSources();
    const heard = listenBy(createSseTransport({url: 'https://events.brand.example/stream', eventSource}));
    await settle();
    streams[0]?.onopen?.();
    streams[0]?.send('{}', 'https://elsewhere.example');
    await heard.hears('trouble');
    assert.deepEqual([heard.messages(), heard.count('retry'), streams.length], [[], 0, 1]);
  });
});
