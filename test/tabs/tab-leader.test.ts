import {expect} from '@open-wc/testing';
import {leadTabs, type LeadOptions} from '../../src/tabs/tab-leader.js';
import {
  addFrame,
  changeVisibility,
  createFreezer,
  createPage,
  deniedChannel,
  deniedLocks,
  messagesArrive,
  overhear,
} from '../support/fakes/tabs.js';
import {createTestClock, nextTask} from '../support/fakes/test-clock.js';
import {waitUntil} from '../support/wait-until.js';

/** A tab, and the signal of each time it led. */
interface TestTab {
  readonly terms: readonly AbortSignal[];
  isLeading(): boolean;
  leave(): void;
}

const never = new Promise<void>(() => undefined);

describe('leadTabs', () => {
  let name: string;
  let end: AbortController;

  beforeEach(() => {
    name = crypto.randomUUID();
    end = new AbortController();
  });

  afterEach(() => end.abort());

  function open(options: Partial<LeadOptions> = {}): TestTab {
    const stop = new AbortController();
    const terms: AbortSignal[] = [];
    const signal = AbortSignal.any([stop.signal, end.signal]);
    leadTabs(name, (term) => terms.push(term), {page: createPage(), ...options, signal});
    return {terms, isLeading: () => terms.at(-1)?.aborted === false, leave: () => stop.abort()};
  }

  async function openLeader(options: Partial<LeadOptions> = {}): Promise<TestTab> {
    const tab = open(options);
    await waitUntil(tab.isLeading);
    return tab;
  }

  /** A tab that has the lead and does nothing any more. */
  async function holdLockFrozen(): Promise<{release: () => void}> {
    let release: (() => void) | undefined;
    await new Promise<void>((resolve) => {
      const hold = async (): Promise<void> => {
        resolve();
        await new Promise<void>((resolve) => (release = resolve));
      };
      navigator.locks.request(name, hold).catch(() => undefined);
    });
    return {release: () => release?.()};
  }

  async function countLocks(): Promise<number> {
    const {held = [], pending = []} = await navigator.locks.query();
    return [...held, ...pending].filter((lock) => lock.name === name).length;
  }

  it('has one tab lead, and the next one when that tab leaves', async () => {
    const tabs = [await openLeader(), open(), open()];
    await waitUntil(async () => (await countLocks()) === 3);
    expect(tabs.map((tab) => tab.isLeading())).to.deep.equal([true, false, false]);
    tabs[0]?.leave();
    await waitUntil(() => tabs[1]?.isLeading());
    expect(tabs.map((tab) => tab.isLeading())).to.deep.equal([false, true, false]);
  });

  it('has the next tab lead when the leader is closed', async () => {
    const frame = addFrame();
    await openLeader({locks: frame.window.navigator.locks, page: frame.window});
    const next = open();
    await messagesArrive();
    expect(next.isLeading()).to.be.false;
    frame.remove();
    await waitUntil(next.isLeading);
  });

  it('says that it leads, so that a tab that waits for an answer does not rob it', async () => {
    const messages = overhear(name, end.signal);
    await openLeader({page: createPage('hidden')});
    await waitUntil(() => messages.includes('here'));
  });

  it('answers nothing but the question whether it is there, and only while it leads', async () => {
    await openLeader({page: createPage('hidden')});
    open({page: createPage('hidden')});
    await messagesArrive();
    const messages = overhear(name, end.signal);
    const channel = new BroadcastChannel(name);
    for (const message of ['from a later version', 'ping']) channel.postMessage(message);
    await messagesArrive();
    channel.close();
    expect(messages).to.deep.equal(['from a later version', 'ping', 'here']);
  });

  it('takes the lead from a frozen tab while it is visible itself', async () => {
    await holdLockFrozen();
    await openLeader({patience: 20});
  });

  it('takes the lead from a tab that freezes later', async () => {
    const freezer = createFreezer();
    const leader = await openLeader({openChannel: freezer.openChannel});
    const pings = overhear(name, end.signal);
    const next = open({pingInterval: 10, patience: 500});
    await waitUntil(() => pings.includes('here'));
    expect(next.isLeading()).to.be.false;
    freezer.freeze();
    await waitUntil(next.isLeading, 'the next tab leads', 3_000);
    await waitUntil(() => !leader.isLeading());
  });

  it('leaves the lead with a frozen tab until it becomes visible itself', async () => {
    await holdLockFrozen();
    const page = createPage('hidden');
    const clock = createTestClock({jumps: true});
    const tab = open({page, sleep: clock.sleep});
    await waitUntil(async () => (await countLocks()) === 2);
    expect([tab.isLeading(), clock.pauses]).to.deep.equal([false, []]);
    changeVisibility(page, 'visible');
    await waitUntil(tab.isLeading);
  });

  it('judges nobody once it is hidden, because it may be frozen itself before the answer comes', async () => {
    await holdLockFrozen();
    const messages = overhear(name, end.signal);
    const page = createPage();
    const clock = createTestClock();
    const tab = open({page, patience: 200, sleep: clock.sleep});
    await clock.pass(0);
    await waitUntil(() => messages.includes('ping'));
    changeVisibility(page, 'hidden');
    expect(clock.sleepers()).to.equal(0);
    await clock.pass(300);
    expect(tab.isLeading()).to.be.false;
  });

  it('leaves the lead with a hidden tab that answers', async () => {
    const leader = await openLeader({page: createPage('hidden')});
    const messages = overhear(name, end.signal);
    const page = createPage();
    const follower = open({page, pingInterval: 5});
    await waitUntil(() => messages.filter((message) => message === 'ping').length > 3);
    changeVisibility(page, 'hidden');
    changeVisibility(page, 'visible');
    await messagesArrive();
    expect(follower.terms).to.have.length(0);
    expect(leader.terms).to.have.length(1);
    expect(leader.isLeading()).to.be.true;
  });

  /** Takes the lead by force, as a visible tab does, until it is released. */
  function steal(): () => Promise<void> {
    let release: (() => void) | undefined;
    const hold = (): Promise<void> => new Promise((resolve) => (release = resolve));
    const theft = navigator.locks.request(name, {steal: true}, hold);
    return async () => {
      release?.();
      await theft;
    };
  }

  it('follows when it is robbed, and may lead again', async () => {
    const page = createPage();
    const clock = createTestClock();
    const robbed = await openLeader({page, sleep: clock.sleep});
    changeVisibility(page, 'visible');
    expect(clock.sleepers()).to.equal(0);
    const release = steal();
    await waitUntil(() => robbed.terms[0]?.aborted);
    await waitUntil(async () => (await countLocks()) === 2);
    expect(robbed.terms).to.have.length(1);
    await release();
    await waitUntil(robbed.isLeading);
    expect(robbed.terms).to.have.length(2);
  });

  it('does not rob in its turn when it got the lead just before it wanted to take it by force', async () => {
    const {release} = await holdLockFrozen();
    let wantsForce = false;
    const request = (name: string, options: LockOptions, hold: LockGrantedCallback<unknown>): Promise<unknown> => {
      options.signal?.addEventListener('abort', () => (wantsForce = true));
      return navigator.locks.request(name, {steal: options.steal === true}, hold);
    };
    const tab = open({locks: {request} as unknown as LockManager, patience: 5});
    await waitUntil(() => wantsForce);
    release();
    await waitUntil(tab.isLeading);
    const stop = steal();
    await waitUntil(async () => !tab.isLeading() && (await countLocks()) === 2);
    expect(tab.terms).to.have.length(1);
    await stop();
  });

  it('robs in its turn when the tab that robbed it freezes', async () => {
    const robbed = await openLeader({pingInterval: 10, patience: 20});
    navigator.locks.request(name, {steal: true}, () => never).catch(() => undefined);
    await waitUntil(() => robbed.terms.length === 2);
    expect(robbed.terms[0]?.aborted).to.be.true;
    expect(robbed.isLeading()).to.be.true;
  });

  it('queues again when another tab robs at the same moment, also where its own turn is announced after that', async () => {
    await holdLockFrozen();
    const claims: LockOptions[] = [];
    let announced: Promise<unknown> | undefined;
    const request = (name: string, options: LockOptions, hold: () => unknown): Promise<unknown> => {
      claims.push(options);
      if (!options.steal) return navigator.locks.request(name, options, hold);
      announced = nextTask().then(hold);
      return Promise.reject(new DOMException('robbed', 'AbortError'));
    };
    const tab = open({locks: {request} as unknown as LockManager, patience: 5});
    await waitUntil(() => claims.length === 3);
    await announced;
    expect(claims.map(({steal}) => steal)).to.deep.equal([undefined, true, undefined]);
    expect(tab.terms).to.deep.equal([]);
  });

  it('settles on one leader when several tabs rob a frozen one', async () => {
    await holdLockFrozen();
    const tabs = [open({patience: 20}), open({patience: 20}), open({patience: 20})];
    await waitUntil(async () => tabs.some((tab) => tab.isLeading()) && (await countLocks()) === 3);
    await messagesArrive();
    expect(tabs.filter((tab) => tab.isLeading())).to.have.length(1);
  });

  const lonely: readonly [string, Partial<LeadOptions>][] = [
    ['has no locks', {locks: null}],
    ['is denied locks', {locks: deniedLocks}],
    ['is denied channels', {openChannel: deniedChannel}],
  ];
  for (const [circumstance, options] of lonely) {
    it(`leads for itself where it ${circumstance}`, async () => {
      const tabs = [open(options), open(options)];
      await waitUntil(() => tabs.every((tab) => tab.isLeading()));
      tabs[0]?.leave();
      expect(tabs.map((tab) => tab.isLeading())).to.deep.equal([false, true]);
      expect(tabs.map((tab) => tab.terms.length)).to.deep.equal([1, 1]);
    });
  }

  it('does nothing when its signal has aborted already', async () => {
    end.abort();
    const opened: string[] = [];
    const openChannel = (name: string): BroadcastChannel => {
      opened.push(name);
      return new BroadcastChannel(name);
    };
    const tabs = [open({openChannel}), open({locks: null}), open({openChannel: deniedChannel})];
    expect(await countLocks()).to.equal(0);
    expect(opened).to.deep.equal([]);
    expect(tabs.flatMap((tab) => tab.terms)).to.deep.equal([]);
  });

  it('leaves no lock, no place in the line and no channel behind', async () => {
    const closed: string[] = [];
    const openChannel = (name: string): BroadcastChannel =>
      Object.assign(new BroadcastChannel(name), {close: () => closed.push(name)});
    const tabs = [await openLeader({openChannel}), open({openChannel}), open({openChannel})];
    await waitUntil(async () => (await countLocks()) === 3);
    tabs.forEach((tab) => tab.leave());
    await waitUntil(async () => (await countLocks()) === 0);
    expect(closed).to.deep.equal([name, name, name]);
    expect(tabs.map((tab) => tab.terms.length)).to.deep.equal([1, 0, 0]);
  });

  it('follows the page no longer than it stands in the line', async () => {
    const page = createPage();
    const follow = page.addEventListener.bind(page);
    const ends: (AbortSignal | undefined)[] = [];
    page.addEventListener = (type, listener, options) => {
      ends.push((options as AddEventListenerOptions).signal);
      follow(type, listener, options);
    };
    const tab = await openLeader({page});
    expect(ends.map((signal) => signal?.aborted)).to.deep.equal([false]);
    tab.leave();
    expect(ends.map((signal) => signal?.aborted)).to.deep.equal([true]);
  });

  for (const reason of [null, undefined, 'left', new Error('left')]) {
    it(`leaves the line quietly when it is told to with ${String(reason)}`, async () => {
      const {release} = await holdLockFrozen();
      const uncaught: unknown[] = [];
      const hear = ({reason}: PromiseRejectionEvent): unknown => uncaught.push(reason);
      window.addEventListener('unhandledrejection', hear);
      const stop = new AbortController();
      leadTabs(name, () => undefined, {page: createPage('hidden'), signal: stop.signal});
      await waitUntil(async () => (await countLocks()) === 2);
      stop.abort(reason);
      await waitUntil(async () => (await countLocks()) === 1);
      await nextTask();
      window.removeEventListener('unhandledrejection', hear);
      expect(uncaught).to.deep.equal([]);
      release();
    });
  }

  it('lets go of the lock when the lead itself stops it at once', async () => {
    let terms = 0;
    const lead = (): void => {
      terms += 1;
      end.abort();
    };
    leadTabs(name, lead, {page: createPage(), signal: end.signal});
    await waitUntil(() => terms === 1);
    await waitUntil(async () => (await countLocks()) === 0);
  });

  it('asks nobody any more once it has left', async () => {
    const {release} = await holdLockFrozen();
    const page = createPage();
    const messages: unknown[] = [];
    const openChannel = (name: string): BroadcastChannel =>
      Object.assign(new BroadcastChannel(name), {
        postMessage: (message: unknown) => messages.push(message),
        close: () => undefined,
      });
    const clock = createTestClock();
    const tab = open({page, openChannel, sleep: clock.sleep});
    await waitUntil(async () => (await countLocks()) === 2);
    tab.leave();
    messages.length = 0;
    changeVisibility(page, 'visible');
    expect(clock.sleepers()).to.equal(0);
    await clock.pass(60_000);
    expect(messages).to.deep.equal([]);
    await waitUntil(async () => (await countLocks()) === 1);
    release();
    await waitUntil(async () => (await countLocks()) === 0);
    expect(tab.terms).to.deep.equal([]);
  });
});
