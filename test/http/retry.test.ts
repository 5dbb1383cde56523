import {expect} from '@open-wc/testing';
import {NetworkError} from '../../src/http/errors.js';
import type {Ladder, LadderStore} from '../../src/http/ladder.js';
import {retry, type Pause, type RetryPolicy} from '../../src/http/retry.js';
import {createNetwork} from '../support/fakes/network.js';
import {createTestClock, nextTask} from '../support/fakes/test-clock.js';
import {waitUntil} from '../support/wait-until.js';
import {rejection} from '../support/rejection.js';

const twice: RetryPolicy = (_, failures) =>
  failures <= 2 ? {again: true, pause: failures * 1_000} : {again: false, pause: 60_000};

function createLadder(ladder?: Ladder): LadderStore & {current: Ladder | undefined} {
  return {
    current: ladder,
    read() {
      return Promise.resolve(this.current);
    },
    write(next) {
      this.current = next;
      return Promise.resolve();
    },
  };
}

/** Fails as often as said, and then answers with the number of calls. */
function failing(times: number): () => Promise<number> {
  let calls = 0;
  return () => (++calls > times ? Promise.resolve(calls) : Promise.reject(new Error(`failure ${calls}`)));
}

describe('retry', () => {
  const {signal} = new AbortController();

  it('pauses as the policy says, and returns the first success', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    expect(await retry(failing(2), {policy: twice, ladder: createLadder(), signal, ...clock})).to.equal(3);
    expect(pauses).to.deep.equal([1_000, 2_000]);
  });

  it('throws the last error unchanged and leaves the cool-down for later pages', async () => {
    const ladder = createLadder();
    const clock = createTestClock({jumps: true});
    const error = (await rejection(retry(failing(3), {policy: twice, ladder, signal, ...clock}))) as Error;
    expect(error.message).to.equal('failure 3');
    expect(ladder.current).to.deep.equal({failures: 0, notBefore: clock.now() + 60_000});
  });

  it('forgets the ladder after a success', async () => {
    const ladder = createLadder();
    await retry(failing(1), {policy: twice, ladder, signal, ...createTestClock({jumps: true})});
    expect(ladder.current).to.equal(undefined);
  });

  it('goes on where an earlier page stopped, with what is left of its pause', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    const ladder = createLadder({failures: 2, notBefore: clock.now() + 700});
    await rejection(retry(failing(1), {policy: twice, ladder, signal, ...clock}));
    expect(pauses).to.deep.equal([700]);
  });

  it('tells of each pause: the attempt that follows, its length and the reason', async () => {
    const seen: Pause[] = [];
    const options = {policy: twice, ladder: createLadder(), signal, ...createTestClock({jumps: true})};
    await retry(failing(2), {...options, onPause: (pause) => seen.push(pause)});
    expect(seen.map(({attempt, delay, cause}) => [attempt, delay, (cause as Error).message])).to.deep.equal([
      [2, 1_000, 'failure 1'],
      [3, 2_000, 'failure 2'],
    ]);
  });

  it('waits instead of asking when another tab failed while this one stood in line', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    const ladder = createLadder();
    let turns = 0;
    const result = await retry(failing(0), {
      policy: twice,
      ladder,
      signal,
      ...clock,
      exclusively: (task) => {
        if (++turns === 1) ladder.current = {failures: 1, notBefore: clock.now() + 500};
        return task();
      },
    });
    expect([result, turns, pauses]).to.deep.equal([1, 2, [500]]);
  });

  for (const [title, notBefore] of [
    ['a day old', -86_400_000],
    ['a day ahead, from a clock that was set back', 86_400_000],
  ] as const) {
    it(`takes no notice of a ladder that is ${title}`, async () => {
      const {pauses, ...clock} = createTestClock({jumps: true});
      const ladder = createLadder({failures: 2, notBefore: clock.now() + notBefore});
      await retry(failing(1), {policy: twice, ladder, signal, ...clock});
      expect(pauses).to.deep.equal([1_000]);
    });
  }

  it('stops in the middle of a pause', async () => {
    const stop = new AbortController();
    const {now, sleep, sleepers} = createTestClock();
    const started = retry(failing(9), {policy: twice, ladder: createLadder(), signal: stop.signal, now, sleep});
    await waitUntil(() => sleepers() === 1, 'a pause is under way');
    stop.abort('enough');
    expect(await rejection(started)).to.equal('enough');
  });

  it('counts no failure for an attempt that was stopped', async () => {
    const ladder = createLadder();
    const stop = new AbortController();
    const attempt = async (): Promise<never> => {
      stop.abort('left');
      return Promise.reject(new Error('aborted'));
    };
    expect(await rejection(retry(attempt, {policy: twice, ladder, signal: stop.signal}))).to.equal('left');
    expect(ladder.current).to.equal(undefined);
  });

  it('asks again at once, and tells of no pause, when the policy wants none', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    const seen: Pause[] = [];
    const atOnce: RetryPolicy = () => ({again: true, pause: 0});
    const onPause = (pause: Pause): unknown => seen.push(pause);
    expect(await retry(failing(1), {policy: atOnce, signal, ...clock, onPause})).to.equal(2);
    expect([pauses, seen]).to.deep.equal([[], []]);
  });

  it('writes nothing down where the first attempt succeeds', async () => {
    const ladder = createLadder();
    const writes: unknown[] = [];
    const write = (next: Ladder | undefined): Promise<void> => Promise.resolve(void writes.push(next));
    await retry(failing(0), {policy: twice, ladder: {read: () => ladder.read(), write}, signal});
    expect(writes).to.deep.equal([]);
  });

  it('writes nothing down where an attempt takes its time, and nothing is said of its patience', async () => {
    const writes: unknown[] = [];
    const write = (next: Ladder | undefined): Promise<void> => Promise.resolve(void writes.push(next));
    const slow = async (): Promise<string> => {
      for (let task = 0; task < 3; task += 1) await nextTask();
      return 'slow';
    };
    const ladder = {read: () => Promise.resolve(undefined), write};
    expect(await retry(slow, {policy: twice, ladder, signal})).to.equal('slow');
    expect(writes).to.deep.equal([]);
  });

  it('tells of no pause that is over before its turn has ended', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    const told: Pause[] = [];
    const exclusively = async <T>(task: () => Promise<T>): Promise<T> => {
      const outcome = await task();
      clock.advance(1_000);
      return outcome;
    };
    await retry(failing(1), {policy: twice, signal, ...clock, exclusively, onPause: (pause) => told.push(pause)});
    expect([pauses, told]).to.deep.equal([[], []]);
  });

  it('leaves no ladder behind a failure that neither pauses nor tries again', async () => {
    const ladder = createLadder({failures: 1, notBefore: 0});
    const never: RetryPolicy = () => ({again: false, pause: 0});
    await rejection(retry(failing(1), {policy: never, ladder, signal}));
    expect(ladder.current).to.equal(undefined);
  });

  it('still heeds a ladder that is a quarter of an hour ahead', async () => {
    const {pauses, ...clock} = createTestClock({jumps: true});
    const ladder = createLadder({failures: 1, notBefore: clock.now() + 900_000});
    await retry(failing(0), {policy: twice, ladder, signal, ...clock});
    expect(pauses).to.deep.equal([900_000]);
  });

  describe('with an attempt that takes longer than its patience', () => {
    /** An attempt that lasts until the test ends it. */
    function openAttempt() {
      let [resolve, reject]: ((end: unknown) => void)[] = [];
      const ended = new Promise<unknown>((...ends) => ([resolve, reject] = ends));
      return {
        attempt: () => ended,
        resolve: (value: unknown) => resolve?.(value),
        reject: (error: Error) => reject?.(error),
      };
    }

    it('counts a failure before it ends, and none any more once it has succeeded', async () => {
      const ladder = createLadder();
      const {attempt, resolve} = openAttempt();
      const clock = createTestClock();
      const result = retry(attempt, {policy: twice, ladder, signal, patience: 5, now: clock.now});
      await waitUntil(() => ladder.current, 'the silence is counted');
      expect(ladder.current).to.deep.equal({failures: 1, notBefore: clock.now() + 1_000});
      resolve('late');
      expect([await result, ladder.current]).to.deep.equal(['late', undefined]);
    });

    it('counts nothing once it has succeeded, though the time of its patience comes later', async () => {
      const [ladder, later] = [createLadder(), createLadder()];
      await retry(failing(0), {policy: twice, ladder, signal, patience: 5});
      const {attempt, resolve} = openAttempt();
      const result = retry(attempt, {policy: twice, ladder: later, signal, patience: 20});
      await waitUntil(() => later.current, 'a longer patience is over');
      resolve('late');
      await result;
      expect(ladder.current).to.equal(undefined);
    });

    it('counts one failure when it fails in the end', async () => {
      const ladder = createLadder();
      const {attempt, reject} = openAttempt();
      const {now, sleep, pauses} = createTestClock();
      const stop = new AbortController();
      const result = retry(attempt, {policy: twice, ladder, signal: stop.signal, patience: 5, now, sleep});
      await waitUntil(() => ladder.current, 'the silence is counted');
      reject(new Error('late'));
      await waitUntil(() => pauses.length > 0, 'a pause is under way');
      expect([ladder.current, pauses]).to.deep.equal([{failures: 1, notBefore: now() + 1_000}, [1_000]]);
      stop.abort('enough');
      expect(await rejection(result)).to.equal('enough');
    });

    for (const [title, failures] of [
      ['has not begun', 0],
      ['has begun on an earlier page', 1],
    ] as const) {
      it(`takes its failure back when the network is lost, in a series that ${title}`, async () => {
        const {now, sleep} = createTestClock();
        const ladder = createLadder(failures > 0 ? {failures, notBefore: now() - 1} : undefined);
        const before = ladder.current;
        const network = createNetwork(true);
        const {attempt, reject} = openAttempt();
        const stop = new AbortController();
        const options = {policy: twice, ladder, now, sleep, patience: 5, network: {page: network.page}};
        const result = retry(attempt, {...options, signal: stop.signal});
        await waitUntil(() => ladder.current !== before, 'the silence is counted');
        network.set(false);
        reject(new Error('lost'));
        await waitUntil(() => network.listeners() > 0, 'the page waits for its network');
        expect(ladder.current).to.deep.equal(before);
        stop.abort('enough');
        expect(await rejection(result)).to.equal('enough');
      });
    }
  });

  describe('with an attempt that gets no answer within its patience', () => {
    const unanswered = (): Promise<never> => Promise.reject(new NetworkError('GET /'));

    it('counts no failure of a page that is left before the patience is over', async () => {
      const ladder = createLadder();
      const stop = new AbortController();
      let hasFailed = false;
      const attempt = (): Promise<never> => ((hasFailed = true), unanswered());
      const result = retry(attempt, {policy: twice, ladder, signal: stop.signal, patience: 60_000});
      await waitUntil(() => hasFailed, 'the attempt has failed');
      await nextTask();
      stop.abort('left');
      expect([await rejection(result), ladder.current]).to.deep.equal(['left', undefined]);
    });

    it('counts the failure of a page that stays', async () => {
      const ladder = createLadder();
      const {pauses, ...clock} = createTestClock({jumps: true});
      const error = await rejection(retry(unanswered, {policy: twice, ladder, signal, ...clock, patience: 5}));
      expect([(error as Error).name, pauses]).to.deep.equal(['NetworkError', [1_000, 2_000]]);
    });

    it('counts a refusal at once, because that is an answer', async () => {
      const {pauses, ...clock} = createTestClock({jumps: true});
      const patience = 60_000;
      expect(await retry(failing(2), {policy: twice, ladder: createLadder(), signal, ...clock, patience})).to.equal(3);
      expect(pauses).to.deep.equal([1_000, 2_000]);
    });
  });

  describe('without a network', () => {
    it('asks nothing, and asks a moment after it has come back, with no pause to tell of', async () => {
      const {pauses, ...clock} = createTestClock({jumps: true});
      const network = createNetwork(false);
      const told: Pause[] = [];
      let calls = 0;
      const attempt = (): Promise<number> => Promise.resolve(++calls);
      const edges = {page: network.page, random: () => 0.5};
      const result = retry(attempt, {policy: twice, signal, ...clock, network: edges, onPause: (it) => told.push(it)});
      await nextTask();
      expect(calls).to.equal(0);
      network.set(true);
      expect([await result, pauses, told]).to.deep.equal([1, [2_500], []]);
    });

    it('counts no failure of an attempt that the loss of the network has ended', async () => {
      const {pauses, ...clock} = createTestClock({jumps: true});
      const ladder = createLadder({failures: 2, notBefore: clock.now() - 1});
      const writes: unknown[] = [];
      const write = (next: Ladder | undefined): Promise<void> => Promise.resolve(void writes.push(next));
      const network = createNetwork(true);
      let calls = 0;
      const attempt = async (): Promise<number> => {
        if (++calls > 1) return calls;
        network.set(false);
        setTimeout(() => network.set(true));
        return Promise.reject(new NetworkError('GET /'));
      };
      const store = {read: () => ladder.read(), write};
      const edges = {page: network.page, random: () => 0.5};
      expect(await retry(attempt, {policy: twice, ladder: store, signal, ...clock, network: edges})).to.equal(2);
      expect([pauses, writes]).to.deep.equal([[2_500], [undefined]]);
    });
  });
});
