import {expect} from '@open-wc/testing';
import {shareAmongTabs, type SharedTransportOptions} from '../../../src/vendors/genesys/shared-transport.js';
import type {NotificationAddressee, TransportEvent} from '../../../src/vendors/genesys/transport.js';
import {addFrame, createPage, deniedChannel, deniedLocks, messagesArrive} from '../../support/fakes/tabs.js';
import {waitUntil} from '../../support/wait-until.js';

/** A connection in the test's own hands. */
interface Connection {
  readonly addressee: NotificationAddressee;
  readonly signal: AbortSignal;
  readonly report: (event: TransportEvent) => void;
}

interface TestTab {
  /** What the tab's own connections are; none while it follows. */
  readonly connections: readonly Connection[];
  /** What the tab was told. */
  readonly events: readonly TransportEvent[];
  report(event: TransportEvent): void;
  leave(): void;
}

interface TabOptions extends Partial<SharedTransportOptions> {
  readonly address?: string;
  readonly visitId?: string;
}

const open: TransportEvent = {type: 'open'};
const message = (data: unknown): TransportEvent => ({type: 'message', data});
const retry: TransportEvent = {type: 'retry', attempt: 2, delay: 1_000, cause: undefined};
const trouble: TransportEvent = {type: 'trouble', error: new Error('given up')};

describe('shareAmongTabs', () => {
  let name: string;
  let end: AbortController;

  beforeEach(() => {
    name = crypto.randomUUID();
    end = new AbortController();
  });

  afterEach(() => end.abort());

  function openTab({address = 'https://brand.example/events', visitId = 'V1', ...options}: TabOptions = {}): TestTab {
    const stop = new AbortController();
    const connections: Connection[] = [];
    const events: TransportEvent[] = [];
    const transport = shareAmongTabs(
      {address, listen: (addressee, report, signal) => connections.push({addressee, report, signal})},
      {name, page: createPage(), ...options},
    );
    transport.listen({visitId}, (event) => events.push(event), AbortSignal.any([stop.signal, end.signal]));
    return {
      connections,
      events,
      report: (event) => connections.at(-1)?.report(event),
      leave: () => stop.abort(),
    };
  }

  async function openLeader(options: TabOptions = {}): Promise<TestTab> {
    const tab = openTab(options);
    await waitUntil(() => tab.connections.length === 1);
    return tab;
  }

  async function openFollower(options: TabOptions = {}): Promise<TestTab> {
    const tab = openTab(options);
    await messagesArrive();
    return tab;
  }

  it('connects in one tab and tells the others what arrives there, as it came', async () => {
    const leader = await openLeader();
    const followers = [await openFollower(), await openFollower()];
    const arrivals = [open, message('[{"channel":"x"}]'), message(' not even JSON')];
    arrivals.forEach(leader.report);
    await messagesArrive();
    for (const tab of [leader, ...followers]) expect(tab.events).to.deep.equal(arrivals);
    expect(followers.flatMap((tab) => tab.connections)).to.deep.equal([]);
  });

  it('tells a tab that joins later that the connection is open, and the others not again', async () => {
    const leader = await openLeader();
    const early = await openFollower();
    leader.report(open);
    const late = await openFollower();
    expect(late.events).to.deep.equal([open]);
    expect(early.events).to.deep.equal([open]);
    expect(leader.events).to.deep.equal([open]);
  });

  const closed: readonly (readonly TransportEvent[])[] = [[], [open, retry], [open, trouble]];
  for (const history of closed) {
    const words = history.map((event) => event.type).join(' and ') || 'nothing';
    it(`does not tell a tab that the connection is open after ${words}`, async () => {
      const leader = await openLeader();
      await openFollower();
      history.forEach(leader.report);
      const follower = await openFollower();
      expect(follower.events).to.deep.equal([]);
      expect(leader.events).to.deep.equal(history);
    });
  }

  it('keeps what goes wrong in the tab that has the connection', async () => {
    const leader = await openLeader();
    const follower = await openFollower();
    leader.report(retry);
    await messagesArrive();
    expect(follower.events).to.deep.equal([]);
    [open, retry, open, trouble].forEach(leader.report);
    await messagesArrive();
    expect(leader.events).to.deep.equal([retry, open, retry, open, trouble]);
    expect(follower.events).to.deep.equal([open]);
  });

  it('connects in the next tab when the one with the connection leaves', async () => {
    const leader = await openLeader();
    const [next, other] = [await openFollower(), await openFollower()];
    leader.report(open);
    await messagesArrive();
    leader.leave();
    expect(leader.connections[0]?.signal.aborted).to.be.true;
    await waitUntil(() => next.connections.length === 1);
    expect((await openFollower()).events).to.deep.equal([]);
    next.report(open);
    next.report(message('a'));
    await messagesArrive();
    expect(other.events).to.deep.equal([open, message('a')]);
    expect(next.events).to.deep.equal([open, open, message('a')]);
    expect(leader.events).to.deep.equal([open]);
    expect(next.connections[0]?.addressee).to.deep.equal({visitId: 'V1', position: undefined});
  });

  it('connects in the next tab when the one with the connection is closed', async () => {
    const {window: page, remove} = addFrame();
    const openChannel = (name: string): BroadcastChannel => new page.BroadcastChannel(name);
    const leader = await openLeader({locks: page.navigator.locks, page, openChannel});
    const next = await openFollower();
    leader.report(message('a'));
    await messagesArrive();
    expect(next.events.at(-1)).to.deep.equal(message('a'));
    remove();
    await waitUntil(() => next.connections.length === 1);
  });

  it('follows the tab that takes the lead from it', async () => {
    const robbed = await openLeader();
    robbed.report(open);
    await navigator.locks.request((await heldLock()).name!, {steal: true}, async () => {
      const thief = new BroadcastChannel(`${(await heldLock()).name!}/events`);
      await waitUntil(() => robbed.connections[0]?.signal.aborted);
      thief.postMessage(open);
      thief.postMessage(message('a'));
      await messagesArrive();
      thief.close();
    });
    expect(robbed.events).to.deep.equal([open, open, message('a')]);
    await waitUntil(() => robbed.connections.length === 2);
  });

  async function heldLock(): Promise<LockInfo> {
    const {held = []} = await navigator.locks.query();
    return held.find((lock) => lock.name?.startsWith(name))!;
  }

  const strangers: readonly [string, TabOptions][] = [
    ['listens for another visit', {visitId: 'V2'}],
    ['listens at another address', {address: 'https://brand.example/others'}],
    ['has another name', {name: 'another'}],
  ];
  for (const [circumstance, options] of strangers) {
    it(`shares nothing with a tab that ${circumstance}`, async () => {
      const [one, other] = [await openLeader(), await openLeader(options)];
      one.report(open);
      one.report(message('a'));
      await messagesArrive();
      expect(other.events).to.deep.equal([]);
    });
  }

  const lonely: readonly [string, TabOptions][] = [
    ['has no locks', {locks: null}],
    ['is denied locks', {locks: deniedLocks}],
    ['is denied channels', {openChannel: deniedChannel}],
  ];
  for (const [circumstance, options] of lonely) {
    it(`connects in each tab where it ${circumstance}, and tells each what arrives there alone`, async () => {
      const [one, other] = [await openLeader(options), await openLeader(options)];
      [open, message('a')].forEach(one.report);
      await messagesArrive();
      expect(one.events).to.deep.equal([open, message('a')]);
      expect(other.events).to.deep.equal([]);
    });
  }

  it('lets the listener stop as soon as it is told something', () => {
    const transport = shareAmongTabs(
      {address: 'https://brand.example/events', listen: (_, report) => report(open)},
      {name, locks: null, page: createPage()},
    );
    const events: TransportEvent[] = [];
    const stopAtOnce = (event: TransportEvent): void => {
      events.push(event);
      end.abort();
    };
    transport.listen({visitId: 'V1'}, stopAtOnce, end.signal);
    expect(events).to.deep.equal([open]);
  });

  it('tells a tab nothing any more once it has left', async () => {
    const leader = await openLeader();
    const follower = await openFollower();
    follower.leave();
    leader.report(open);
    leader.leave();
    leader.report(message('a'));
    await messagesArrive();
    expect(leader.events).to.deep.equal([open]);
    expect(follower.events).to.deep.equal([]);
    expect(follower.connections).to.deep.equal([]);
  });

  it('leaves a transport alone that has no address', () => {
    const transport = {listen: () => undefined};
    expect(shareAmongTabs(transport, {name})).to.equal(transport);
  });

  it('lets the next leading tab go on from where the last one was', async () => {
    const first = await openLeader();
    const second = await openFollower();
    expect(first.connections[0]!.addressee.position).to.equal(undefined);
    first.report({type: 'open', position: 'a-1'});
    first.report({type: 'message', data: 1, position: 'a-2'});
    first.report(message(2));
    await messagesArrive();
    const third = await openFollower();
    first.leave();
    await waitUntil(() => second.connections.length === 1);
    expect(second.connections[0]!.addressee.position).to.equal('a-2');
    second.leave();
    await waitUntil(() => third.connections.length === 1);
    expect(third.connections[0]!.addressee.position).to.equal('a-2');
  });
});
