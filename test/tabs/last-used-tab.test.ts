import {expect} from '@open-wc/testing';
import {joinTabs, type JoinOptions, type JoinedTab} from '../../src/tabs/last-used-tab.js';
import {
  addFrame,
  changeVisibility,
  createFreezer,
  createPage,
  deniedChannel,
  messagesArrive,
  overhear,
  type FakePage,
  type PageState,
} from '../support/fakes/tabs.js';
import {createTestClock} from '../support/fakes/test-clock.js';

interface TestTab extends JoinedTab {
  readonly page: FakePage;
  /** The visitor presses a key at this time, in ms by the tab's own clock. */
  use(time: number): void;
  leave(): void;
}

const inWords = (message: unknown): string => {
  const {type, at} = message as {type: string; at: number};
  return `${type} at ${at}`;
};

/** Longer than a test may take: who waits this long for another tab fails. */
const forever = 60_000;

describe('joinTabs', () => {
  let name: string;
  let end: AbortController;

  beforeEach(() => {
    name = crypto.randomUUID();
    end = new AbortController();
  });

  afterEach(() => end.abort());

  /** Joins a tab that was last used at `time`, and lets it meet the others. */
  async function join(time: number, options: Partial<JoinOptions> = {}): Promise<TestTab> {
    const stop = new AbortController();
    const page = createPage('focused');
    let clock = time;
    const signal = AbortSignal.any([stop.signal, end.signal]);
    const {claim} = joinTabs(name, {page, now: () => clock, patience: forever, ...options, signal});
    const use = (time: number): void => {
      clock = time;
      page.dispatchEvent(new Event('keydown'));
    };
    await messagesArrive();
    return {claim, page, use, leave: () => stop.abort()};
  }

  /** What the tabs are told when all of them claim the same, the first tab first. */
  function claimAll(...tabs: readonly JoinedTab[]): Promise<boolean[]> {
    const id = crypto.randomUUID();
    return Promise.all(tabs.map((tab) => tab.claim(id)));
  }

  it('lets the only tab act at once', async () => {
    const tab = await join(10);
    expect(await tab.claim('a')).to.be.true;
  });

  it('lets the tab act that was used last, whoever claims first', async () => {
    const [first, last, middle] = [await join(10), await join(30), await join(20)];
    expect(await claimAll(first, last, middle)).to.deep.equal([false, true, false]);
    expect(await last.claim('other')).to.be.true;
    expect(await claimAll(last, middle, first)).to.deep.equal([true, false, false]);
  });

  it('does not let a tab act on what the last used tab claimed earlier', async () => {
    const [first, last] = [await join(10), await join(20)];
    await last.claim('a');
    await messagesArrive();
    expect(await first.claim('a')).to.be.false;
    first.use(30);
    expect(await first.claim('a')).to.be.false;
    expect(await first.claim('b')).to.be.true;
  });

  it('remembers the last hundred claims', async () => {
    const [first, last] = [await join(10, {patience: 5}), await join(20)];
    for (let id = 0; id <= 100; id += 1) await last.claim(String(id));
    await messagesArrive();
    expect(await first.claim('1')).to.be.false;
    expect(await first.claim('100')).to.be.false;
    expect(await first.claim('0')).to.be.true;
  });

  it('remembers as many when the tabs say other things between them', async () => {
    const [first, last] = [await join(10, {patience: 5}), await join(20)];
    await last.claim('0');
    await messagesArrive();
    first.use(30);
    await messagesArrive();
    last.use(40);
    for (let id = 1; id < 100; id += 1) await last.claim(String(id));
    await messagesArrive();
    expect(await first.claim('0')).to.be.false;
  });

  it('lets the tab act that was used before a tab that is gone', async () => {
    const freezer = createFreezer();
    const [first, middle] = [await join(10), await join(20, {patience: 20})];
    await join(30, {openChannel: freezer.openChannel});
    freezer.freeze();
    expect(await claimAll(first, middle)).to.deep.equal([false, true]);
  });

  it('gives a tab that is gone no more time because another one says something', async () => {
    const clock = createTestClock();
    const freezer = createFreezer();
    const first = await join(10, {patience: 100, sleep: clock.sleep});
    await join(30, freezer);
    freezer.freeze();
    const claim = first.claim('a');
    await clock.pass(60);
    await join(20);
    expect(clock.pauses).to.deep.equal([100]);
    await clock.pass(40);
    await clock.pass(100);
    expect(await claim).to.be.true;
  });

  it('waits for one tab after the other when several are gone', async () => {
    const freezer = createFreezer();
    const first = await join(10, {patience: 10});
    await join(20, freezer);
    await join(30, freezer);
    freezer.freeze();
    expect(await first.claim('a')).to.be.true;
  });

  it('lets the tab before act at once when the last used tab leaves', async () => {
    const [first, last, other] = [await join(10), await join(20), await join(30)];
    other.leave();
    const claim = first.claim('a');
    last.leave();
    expect(await claim).to.be.true;
    expect(await first.claim('b')).to.be.true;
  });

  it('lets a tab act at once that is used while it waits for another one', async () => {
    const first = await join(10);
    await join(20);
    const claim = first.claim('a');
    first.use(30);
    expect(await claim).to.be.true;
  });

  it('does not take a tab for gone that has claimed in time', async () => {
    const clock = createTestClock();
    const [first, last] = [await join(10, {patience: 500, sleep: clock.sleep}), await join(20)];
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
    expect(clock.sleepers()).to.equal(0);
    await clock.pass(600);
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
  });

  it('knows again a tab that it took for gone', async () => {
    const [first, last] = [await join(10, {patience: 10}), await join(20)];
    expect(await first.claim('a')).to.be.true;
    await messagesArrive();
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
    expect(await last.claim('a')).to.be.true;
  });

  const starts: readonly [PageState, PageState][] = [
    ['focused', 'visible'],
    ['visible', 'hidden'],
    ['focused', 'hidden'],
  ];
  for (const [later, earlier] of starts) {
    it(`counts a tab that starts ${later} as used after one that starts ${earlier}`, async () => {
      const now = (): number => Date.now();
      const first = await join(0, {page: createPage(later), now, random: () => 0.1});
      const second = await join(0, {page: createPage(earlier), now, random: () => 0.9});
      expect(await claimAll(first, second)).to.deep.equal([true, false]);
    });
  }

  for (const type of ['focus', 'pointerdown', 'keydown', 'visibilitychange']) {
    it(`counts ${type} as use`, async () => {
      const [first, last] = [await join(10, {now: Date.now}), await join(20, {now: Date.now})];
      first.page.dispatchEvent(new Event(type));
      await messagesArrive();
      expect(await claimAll(first, last)).to.deep.equal([true, false]);
    });
  }

  it('counts a use that the page keeps to itself', async () => {
    const frame = addFrame();
    const {body} = frame.window.document;
    body.addEventListener('keydown', (event) => event.stopPropagation());
    const first = await join(10, {page: frame.window, now: Date.now});
    const last = await join(20, {now: Date.now});
    body.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true}));
    await messagesArrive();
    expect(await claimAll(first, last)).to.deep.equal([true, false]);
    frame.remove();
  });

  it('does not count it as use that a tab is left', async () => {
    const [first, last] = [await join(10), await join(20)];
    changeVisibility(first.page, 'hidden');
    await messagesArrive();
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
  });

  it('tells the other tabs only when another one was used last', async () => {
    const [first, last] = [await join(10), await join(20)];
    const messages = overhear(`${name}/tabs`, end.signal);
    for (const time of [30, 40, 50]) last.use(time);
    await messagesArrive();
    expect(messages).to.have.length(0);
    for (const time of [60, 70, 80]) first.use(time);
    await messagesArrive();
    expect(messages.map(inWords)).to.deep.equal(['used at 60']);
    expect(await claimAll(first, last)).to.deep.equal([true, false]);
  });

  it('tells a tab that joins when it was used, and nothing that the tab has not asked for', async () => {
    await join(10);
    await join(20);
    const messages = overhear(`${name}/tabs`, end.signal);
    await join(30);
    await messagesArrive();
    expect(messages.map(inWords)).to.have.members(['hello at 30', 'used at 10', 'used at 20']);
  });

  it('corrects a tab that thinks it is the last used, because it was told of no later key press', async () => {
    const [first, last] = [await join(10), await join(20)];
    last.use(50);
    first.use(40);
    await messagesArrive();
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
  });

  it('agrees on one of two tabs that were used at the same moment', async () => {
    const [low, high] = [await join(10, {random: () => 0.1}), await join(10, {random: () => 0.9})];
    expect(await claimAll(low, high)).to.deep.equal([false, true]);
    low.use(10);
    await messagesArrive();
    expect(await low.claim('b')).to.be.true;
  });

  it('is not misled by a clock that was set back', async () => {
    const [first, last, middle] = [await join(1_000), await join(3_000), await join(2_000)];
    first.use(5);
    await messagesArrive();
    expect(await claimAll(first, last, middle)).to.deep.equal([true, false, false]);
  });

  it('lets no tab act that has left', async () => {
    const [first, last] = [await join(10), await join(20)];
    const waiting = first.claim('a');
    first.leave();
    last.leave();
    expect(await waiting).to.be.false;
    expect(await last.claim('b')).to.be.false;
  });

  it('lets every tab act where channels are denied', async () => {
    const openChannel = deniedChannel;
    const [first, last] = [await join(10, {openChannel}), await join(20, {openChannel})];
    expect(await claimAll(first, last)).to.deep.equal([true, true]);
  });

  it('closes its channel and stops following the page when it leaves', async () => {
    const calls: string[] = [];
    const openChannel = (name: string): BroadcastChannel =>
      Object.assign(new BroadcastChannel(name), {
        postMessage: ({type}: {type: string}) => calls.push(type),
        close: () => calls.push('close'),
      });
    const tab = await join(10, {openChannel});
    await join(20);
    tab.leave();
    tab.use(30);
    expect(calls).to.deep.equal(['hello', 'used', 'bye', 'close']);
  });

  it('works between documents', async () => {
    const frames = [addFrame(), addFrame()];
    const [first, last] = frames.map(({window: page}) => {
      const openChannel = (name: string): BroadcastChannel => new page.BroadcastChannel(name);
      return joinTabs(name, {page, openChannel, signal: end.signal, patience: forever});
    }) as [JoinedTab, JoinedTab];
    for (const {window: page} of frames) {
      page.dispatchEvent(new PointerEvent('pointerdown'));
      await messagesArrive();
    }
    expect(await claimAll(first, last)).to.deep.equal([false, true]);
    frames[0]?.window.dispatchEvent(new PointerEvent('pointerdown'));
    await messagesArrive();
    expect(await claimAll(first, last)).to.deep.equal([true, false]);
    frames.forEach((frame) => frame.remove());
  });
});
