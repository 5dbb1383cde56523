import {expect} from '@open-wc/testing';
import {keepConnected} from '../../src/vendors/genesys/reconnection.js';
import {createHandoffSource} from '../../src/vendors/liveperson/handoff/handoff-source.js';
import {monitoringMemory} from '../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {createNetwork} from '../support/fakes/network.js';
import {createTestClock, nextTask} from '../support/fakes/test-clock.js';
import {useVisitor, type VisitorPage} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

describe('A page without a network', () => {
  const visitor = useVisitor();
  const asked = async (): Promise<number> => (await visitor().queries()).length;
  const ladder = async () => monitoringMemory.read(await visitor().stored()).ladder;
  const failing = (): Promise<never> => Promise.reject(new TypeError('no network'));

  /** Opens a page whose clock the test moves. */
  function openPage(network = createNetwork(false), fetch?: typeof globalThis.fetch) {
    const clock = createTestClock();
    const edges = {network: {page: network.page, random: () => 0.5}, sleep: clock.sleep, now: clock.now, fetch};
    return {network, clock, page: visitor().open({edges: {...edges, patience: 10, pageStart: clock.now()}})};
  }

  const has = (page: VisitorPage, type: string) => page.facts.some((fact) => fact.type === type);

  it('D29: F11: asks nothing and counts nothing, and asks once within 5 s when there is one', async () => {
    const {network, clock, page} = openPage();
    await waitUntil(() => page.session.state.name === 'connecting');
    await clock.pass(60_000);
    expect([await asked(), await ladder(), clock.sleepers()]).to.deep.equal([0, undefined, 0]);
    network.set(true);
    await nextTask();
    expect([await asked(), clock.pauses]).to.deep.equal([0, [2_500]]);
    await clock.pass(2_500);
    expect([await page.settled(), await asked()]).to.deep.equal(['expose', 1]);
  });

  it('D30: F11: asks at most twice however often it comes and goes', async () => {
    const {network, clock, page} = openPage();
    for (let flap = 0; flap < 20; flap += 1) {
      network.set(flap % 2 === 0);
      await clock.pass(500);
    }
    expect(await asked()).to.equal(0);
    network.set(true);
    await nextTask();
    await clock.pass(5_000);
    await page.settled();
    expect(await asked()).to.equal(1);
  });

  it('F11: counts no failure of a request that the loss of the network has ended', async () => {
    const network = createNetwork(true);
    let fetch: typeof globalThis.fetch = () => {
      network.set(false);
      return failing();
    };
    const {clock, page} = openPage(network, (...request) => fetch(...request));
    await waitUntil(() => !network.page.navigator.onLine, 'the request is lost');
    await waitUntil(() => network.listeners() > 0, 'the page waits for the network');
    expect([await ladder(), has(page, 'retry')]).to.deep.equal([undefined, false]);
    fetch = globalThis.fetch.bind(globalThis);
    network.set(true);
    await nextTask();
    await clock.pass(5_000);
    expect(await page.settled()).to.equal('expose');
  });

  it('D31: climbs the ladder where the browser knows nothing of it', async () => {
    const {clock, page} = openPage(createNetwork(true), failing);
    for (const pause of [3_000, 10_000, 30_000, 90_000]) {
      await waitUntil(() => clock.sleepers() === 1, 'it pauses');
      expect(clock.pauses.at(-1)).to.equal(pause);
      await clock.pass(pause);
    }
    expect(await page.settled()).to.equal('failed');
  });

  for (const [title, wake] of [
    ['the network comes back', (network: ReturnType<typeof createNetwork>) => network.set(true)],
    ['the visitor comes back', (network: ReturnType<typeof createNetwork>) => network.show()],
  ] as const) {
    it(`F11: asks again when ${title} after it has given up, and not within 10 minutes`, async () => {
      let sent = 0;
      let fetch: typeof globalThis.fetch = failing;
      const {network, clock, page} = openPage(createNetwork(true), (...request) => {
        sent += 1;
        return fetch(...request);
      });
      for (const pause of [3_000, 10_000, 30_000, 90_000]) {
        await waitUntil(() => clock.sleepers() === 1, 'it pauses');
        await clock.pass(pause);
      }
      await page.settled();
      await waitUntil(() => network.listeners() > 0, 'it waits for a reason to ask');
      fetch = globalThis.fetch.bind(globalThis);
      for (let time = 0; time < 590_000; time += 59_000) {
        wake(network);
        await nextTask();
        await clock.pass(59_000);
      }
      expect(sent).to.equal(5);
      await clock.pass(10_000);
      await waitUntil(() => page.session.state.name === 'expose', 'the offer comes');
      expect(sent).to.equal(6);
    });
  }

  it('F11: is woken by nothing after a refusal, and after it was left', async () => {
    await visitor().account.play('validation-error');
    const {network, page, clock} = openPage(createNetwork(true));
    await page.settled();
    expect(network.listeners()).to.equal(0);
    const other = openPage(createNetwork(false));
    await waitUntil(() => other.network.listeners() > 0, 'it waits for the network');
    other.page.leave();
    expect([other.network.listeners(), clock.sleepers()]).to.deep.equal([0, 0]);
  });

  it('F11: opens no connection for notifications, and counts none that is lost with the network', async () => {
    const {signal, ...life} = abortable();
    const [network, clock] = [createNetwork(false), createTestClock({jumps: true})];
    let opened = 0;
    const pauses: unknown[] = [];
    const ended = keepConnected(
      () => {
        if (++opened === 2) life.abort();
        network.set(false);
        return Promise.reject(new Error('lost'));
      },
      {signal, onPause: (pause) => pauses.push(pause), sleep: clock.sleep, network: {page: network.page}},
    );
    await nextTask();
    expect(opened).to.equal(0);
    network.set(true);
    await waitUntil(() => opened === 1 && network.listeners() > 0);
    network.set(true);
    await ended;
    expect([opened, pauses]).to.deep.equal([2, []]);
  });

  it('F11: requests no hand-off link', async () => {
    const {signal, ...life} = abortable();
    const network = createNetwork(false);
    let sent = 0;
    const fetch = (): Promise<Response> => {
      sent += 1;
      return Promise.resolve(new Response('{"status": "Not Available"}'));
    };
    const page = {visibilityState: 'visible', addEventListener: () => undefined} as const;
    const edges = {fetch, page, network: {page: network.page}, sleep: createTestClock({jumps: true}).sleep};
    const source = createHandoffSource({handoffUrl: 'https://brand.example/handoff'}, edges);
    source.start(
      () => undefined,
      signal,
      () => ({name: 'connecting'}),
    );
    await nextTask();
    expect(sent).to.equal(0);
    network.set(true);
    await waitUntil(() => sent === 1, 'the link is requested');
    life.abort();
  });
});

function abortable(): {signal: AbortSignal; abort: () => void} {
  const controller = new AbortController();
  return {signal: controller.signal, abort: () => controller.abort()};
}
