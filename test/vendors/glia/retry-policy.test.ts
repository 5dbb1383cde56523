import {expect} from '@open-wc/testing';
import {NetworkError} from '../../../src/http/errors.js';
import type {Fetch} from '../../../src/http/request.js';
import {GliaClient} from '../../../src/vendors/glia/glia-client.js';
import {retryPauses} from '../../../src/vendors/glia/retry-policy.js';
import * as seed from '../../fixtures/glia/seed-001.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {rejection} from '../../support/rejection.js';

type Reply = number | 'no answer';

/** A client at which each reply comes in turn, and then the good answer. */
function createTroubled(replies: readonly Reply[], headers: Record<string, string> = {}, random = 0) {
  const {sleep, pauses} = createTestClock({jumps: true});
  let requests = 0;
  const tokens: string[] = [];
  const fetch: Fetch = async (_, {headers: sent}) => {
    tokens.push(new Headers(sent).get('authorization') ?? '');
    const reply = replies[requests++];
    if (reply === 'no answer') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify({...seed.engagementAnswer, ...seed.waitDurationAnswer}), {
      status: reply ?? 200,
      headers,
    });
  };
  const getToken = () => `token-${requests}`;
  const client = new GliaClient({getToken, fetch, sleep, random: () => random});
  return {client, pauses, tokens, requests: () => requests};
}

const offline: Fetch = () => Promise.reject(new TypeError('offline'));

const always = (reply: Reply): Reply[] => Array<Reply>(10).fill(reply);

describe('retries of GliaClient', () => {
  for (const reply of [429, 500, 502, 503, 504, 'no answer'] as const) {
    it(`ask again after ${reply}, up to three times`, async () => {
      const {client, pauses, requests} = createTroubled([reply, reply, reply]);
      expect(await client.queueWaitDuration()).to.equal(122);
      expect(requests()).to.equal(4);
      expect(pauses).to.deep.equal(retryPauses);
    });

    it(`give up at the fourth ${reply}`, async () => {
      const {client, requests} = createTroubled(always(reply));
      const error = await rejection(client.queueWaitDuration());
      expect(error).to.include(reply === 'no answer' ? {name: 'NetworkError'} : {name: 'GliaError', status: reply});
      expect(requests()).to.equal(4);
    });

    it(`never happen after ${reply} to an end or an export`, async () => {
      const {client, requests} = createTroubled(always(reply));
      await rejection(client.endEngagement('e'));
      expect(requests()).to.equal(1);
      await rejection(client.exportEngagement('e'));
      expect(requests()).to.equal(2);
    });
  }

  for (const status of [302, 400, 401, 403, 404, 409, 422]) {
    it(`do not happen after ${status}`, async () => {
      const {client, requests} = createTroubled(always(status));
      expect(await rejection(client.getEngagement('e'))).to.include({status});
      expect(requests()).to.equal(1);
    });
  }

  it('do not happen after an answer that cannot be read', async () => {
    let requests = 0;
    const fetch: Fetch = async () => new Response(`${++requests}`);
    await rejection(new GliaClient({getToken: () => 't', fetch}).getEngagement('e'));
    expect(requests).to.equal(1);
  });

  it('do not happen after getToken failed', async () => {
    let calls = 0;
    const failing = () => {
      calls++;
      return Promise.reject(new Error('signed out'));
    };
    const client = new GliaClient({getToken: failing, fetch: offline});
    expect(await rejection(client.queueWaitDuration())).to.have.property('message', 'signed out');
    expect(calls).to.equal(1);
  });

  it('stretch each pause by a random factor up to two', async () => {
    const {client, pauses} = createTroubled([503, 503, 503], {}, 1);
    await client.queueWaitDuration();
    expect(pauses).to.deep.equal([1_000, 2_000, 4_000]);
  });

  it('wait as long as Retry-After says, when that is longer', async () => {
    const {client, pauses} = createTroubled([429, 429, 429], {'retry-after': '1'});
    await client.queueWaitDuration();
    expect(pauses).to.deep.equal([1_000, 1_000, 2_000]);
  });

  it('give up when Retry-After says more than ten minutes', async () => {
    const {client, pauses, requests} = createTroubled(always(429), {'retry-after': '601'});
    expect(await rejection(client.queueWaitDuration())).to.include({status: 429, retryAfter: 601_000});
    expect(requests()).to.equal(1);
    expect(pauses).to.deep.equal([]);
  });

  it('ask for a fresh bearer', async () => {
    const {client, tokens} = createTroubled([503]);
    await client.queueWaitDuration();
    expect(tokens).to.deep.equal(['Bearer token-0', 'Bearer token-1']);
  });

  it('start anew at the next call', async () => {
    const {client, pauses} = createTroubled([503, 200, 503]);
    await client.queueWaitDuration();
    await client.queueWaitDuration();
    expect(pauses).to.deep.equal([500, 500]);
  });

  it('need no clock: a sleep that takes no time leads to no more requests and no more pauses', async () => {
    let sleeps = 0;
    const sleep = async () => {
      sleeps++;
    };
    const error = await rejection(new GliaClient({getToken: () => 't', fetch: offline, sleep}).queueWaitDuration());
    expect(error).to.be.instanceOf(NetworkError);
    expect(sleeps).to.equal(3);
  });

  it('end when the signal aborts', async () => {
    const controller = new AbortController();
    const sleep = (_: number, signal?: AbortSignal) => {
      controller.abort(new Error('gone'));
      signal?.throwIfAborted();
      return Promise.resolve();
    };
    const call = new GliaClient({getToken: () => 't', fetch: offline, sleep}).queueWaitDuration(controller);
    expect(await rejection(call)).to.have.property('message', 'gone');
  });
});
