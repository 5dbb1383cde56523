import assert from 'node:assert/strict';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it} from 'node:test';
import {createRandom} from '../../../bench/storm/random.js';
import {SimulatedTime} from '../../../bench/storm/simulated-time.js';
import {createEngagementSession, type EngagementSession} from '../../../src/engagement/index.js';
import {createMonitoringSource} from '../../../src/vendors/liveperson/index.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {deniedLocks} from '../../support/fakes/tabs.js';
import {nextTask} from '../../support/fakes/test-clock.js';

const visitors = 200;
/** Requests per second. */
const capacity = 20;
/** In ms. */
const outage = 30_000;

/** Sessions that ask over real HTTP. Time stands still while a request is under way. */
class Crowd {
  readonly time = new SimulatedTime(() => this.#settle());
  readonly sessions: EngagementSession[] = [];
  /** Requests in each second. */
  readonly requests: number[] = [];
  readonly #life = new AbortController();
  #sleepers = 0;

  /** Answers as the platform does, which is down at first and limited later. */
  readonly respond = (): {readonly status: number; readonly body: string} => {
    const second = Math.floor(this.time.elapsed / 1_000);
    const count = (this.requests[second] ?? 0) + 1;
    this.requests[second] = count;
    const isUp = this.time.elapsed >= outage && count <= capacity;
    return {status: isUp ? 201 : 503, body: isUp ? JSON.stringify({visitorId: 'visitor', sessionId: 'session'}) : ''};
  };

  arrive(apiHost: string, random: () => number): void {
    const visits = createMemoryVisits();
    const settings = {accountId: '12345678', appInstallationId: 'app', apiHost};
    const {now} = this.time;
    const edges = {visits, lockName: 'storm', locks: deniedLocks, sleep: this.#sleep, now, random, pageStart: now()};
    const session = createEngagementSession({sources: [createMonitoringSource(settings, edges)], visits, now});
    this.sessions.push(session);
    session.start(this.#life.signal);
  }

  leave(): void {
    this.#life.abort();
  }

  readonly #sleep = async (delay: number, signal?: AbortSignal): Promise<void> => {
    this.#sleepers += 1;
    await this.time.sleep(delay, signal).finally(() => (this.#sleepers -= 1));
  };

  async #settle(): Promise<void> {
    do await nextTask();
    while (this.sessions.filter(({state}) => state.name === 'connecting').length > this.#sleepers);
  }
}

describe('A storm over real HTTP', () => {
  let server: Server;
  let crowd: Crowd;

  before(async () => {
    crowd = new Crowd();
    server = createServer((request, response) => {
      const {status, body} = crowd.respond();
      request.resume().on('end', () => response.writeHead(status).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });

  after(() => {
    crowd.leave();
    server.closeAllConnections();
    server.close();
  });

  it('ends with an answer for every one of 200 sessions, and never triples what the server bears', async () => {
    const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const random = createRandom(7);
    for (let visitor = 0; visitor < visitors; visitor += 1)
      crowd.time.at(random() * 1_000, () => crowd.arrive(origin, random));
    await crowd.time.runUntil(400_000);
    const states = crowd.sessions.map(({state}) => state.name);
    assert.deepEqual([states.length, new Set(states)], [visitors, new Set(['unavailable'])]);
    const requests = Array.from(crowd.requests, (count: number | undefined) => count ?? 0);
    const peak = Math.max(...requests.slice(outage / 1_000));
    assert.ok(peak <= 3 * capacity, String(peak));
    const total = requests.reduce((sum, count) => sum + count, 0);
    assert.ok(total <= 5 * visitors, String(total));
  });
});
