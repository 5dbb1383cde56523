import {expect} from '@open-wc/testing';
import {withTabLock} from '../../src/tabs/tab-lock.js';
import {rejection} from '../support/rejection.js';
import {waitUntil} from '../support/wait-until.js';

describe('withTabLock', () => {
  let name: string;

  beforeEach(() => {
    name = crypto.randomUUID();
  });

  async function countPending(): Promise<number> {
    const {pending = []} = await navigator.locks.query();
    return pending.filter((lock) => lock.name === name).length;
  }

  it('runs one task at a time', async () => {
    let running = 0;
    let most = 0;
    const task = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await countPending();
      running -= 1;
    };
    await Promise.all(Array.from({length: 5}, () => withTabLock(name, task)));
    expect(most).to.equal(1);
  });

  it('passes on what the task returns, and what it throws', async () => {
    expect(await withTabLock(name, () => Promise.resolve(7))).to.equal(7);
    const error = new Error('broken');
    expect(await rejection(withTabLock(name, () => Promise.reject(error)))).to.equal(error);
  });

  it('holds the lock no longer than the task runs', async () => {
    await withTabLock(name, () => Promise.resolve());
    const {held = [], pending = []} = await navigator.locks.query();
    expect([...held, ...pending].filter((lock) => lock.name === name)).to.deep.equal([]);
  });

  it('runs the task once where the page has no locks, and waits for nobody', async () => {
    let release: (() => void) | undefined;
    const holder = withTabLock(name, () => new Promise<void>((resolve) => (release = resolve)));
    let runs = 0;
    const count = (): Promise<number> => Promise.resolve(runs++);
    await waitUntil(() => release);
    await withTabLock(name, count, {locks: null});
    expect(runs).to.equal(1);
    release?.();
    await holder;
  });

  it('runs the task once where locks are denied', async () => {
    let runs = 0;
    const count = (): Promise<number> => Promise.resolve(runs++);
    const locks = {request: () => Promise.reject(new DOMException('denied', 'SecurityError'))};
    await withTabLock(name, count, {locks: locks as unknown as LockManager});
    expect(runs).to.equal(1);
  });

  it('takes the lock from a tab that is frozen', async () => {
    const frozen = new Promise<void>(() => undefined);
    withTabLock(name, () => frozen).catch(() => undefined);
    expect(await withTabLock(name, () => Promise.resolve('ours'), {patience: 50})).to.equal('ours');
  });

  it('runs the task once, and waits no longer, where no request for a lock ever settles', async () => {
    let runs = 0;
    const count = (): Promise<number> => Promise.resolve(++runs);
    const locks = {request: () => new Promise(() => undefined)} as unknown as LockManager;
    expect(await withTabLock(name, count, {locks, patience: 50})).to.equal(1);
    expect(runs).to.equal(1);
  });

  it('waits no longer for a lock that is taken from a frozen tab than for one that is free', async () => {
    const request = (_: string, {steal}: LockOptions): Promise<unknown> =>
      steal ? new Promise(() => undefined) : Promise.reject(new DOMException('given up', 'AbortError'));
    const locks = {request} as unknown as LockManager;
    expect(await withTabLock(name, () => Promise.resolve('ours'), {locks})).to.equal('ours');
  });

  it('runs no task for a signal that has aborted', async () => {
    let runs = 0;
    const count = (): Promise<number> => Promise.resolve(++runs);
    expect(await rejection(withTabLock(name, count, {signal: AbortSignal.abort('left')}))).to.equal('left');
    expect(runs).to.equal(0);
  });

  it('leaves the line when the signal aborts', async () => {
    const stop = new AbortController();
    let release: (() => void) | undefined;
    const first = withTabLock(name, () => new Promise<void>((resolve) => (release = resolve)));
    let runs = 0;
    const count = (): Promise<number> => Promise.resolve(runs++);
    const waiting = withTabLock(name, count, {signal: stop.signal});
    await waitUntil(async () => (await countPending()) === 1, 'it stands in the line');
    stop.abort('left');
    expect(await rejection(waiting)).to.equal('left');
    release?.();
    await first;
    expect(runs).to.equal(0);
  });

  it('keeps further tabs waiting while it has the lock of one that is frozen', async () => {
    withTabLock(name, () => new Promise<void>(() => undefined)).catch(() => undefined);
    const order: string[] = [];
    let release: (() => void) | undefined;
    const thief = withTabLock(name, () => new Promise<void>((resolve) => (release = resolve)), {patience: 50});
    await waitUntil(() => release, 'the lock is taken');
    const next = withTabLock(name, () => Promise.resolve(void order.push('next')));
    await waitUntil(async () => (await countPending()) === 1, 'the next one stands in the line');
    order.push('released');
    release?.();
    await Promise.all([thief, next]);
    expect(order).to.deep.equal(['released', 'next']);
  });

  it('keeps no tab waiting for a task that does not heed the signal', async () => {
    const stop = new AbortController();
    let hasBegun = false;
    const deaf = withTabLock(name, () => new Promise<void>(() => (hasBegun = true)), {signal: stop.signal});
    await waitUntil(() => hasBegun, 'the task runs');
    const next = withTabLock(name, () => Promise.resolve('next'));
    stop.abort('left');
    expect(await rejection(deaf)).to.equal('left');
    expect(await next).to.equal('next');
  });
});
