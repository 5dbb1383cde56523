import {expect} from '@open-wc/testing';
import type {Ladder, LadderStore} from '../../src/http/ladder.js';
import {retry, type Pause, type RetryPolicy} from '../../src/http/retry.js';
import {createTestClock} from '../support/fakes/test-clock.js';
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
});
