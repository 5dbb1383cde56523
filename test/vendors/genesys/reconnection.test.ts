import {expect} from '@open-wc/testing';
import {keepConnected, RefusedError, type ConnectionPause} from '../../../src/vendors/genesys/reconnection.js';
import {createTestClock} from '../../support/fakes/test-clock.js';
import {rejection} from '../../support/rejection.js';

const ignore = (): void => undefined;

/** Runs `connect` until it was called `times` times, and tells the pauses between the calls. */
async function run(times: number, random: number, connect: (nth: number, markStable: () => void) => Promise<unknown>) {
  const stop = new AbortController();
  const {sleep, pauses, now} = createTestClock({start: 0, jumps: true});
  const told: ConnectionPause[] = [];
  const starts: number[] = [];
  await keepConnected(
    (markStable) => {
      starts.push(now());
      if (starts.length === times) stop.abort();
      return connect(starts.length, markStable);
    },
    {signal: stop.signal, onPause: (pause) => told.push(pause), sleep, random: () => random},
  );
  return {pauses, starts, told};
}

const fail = (): Promise<never> => Promise.reject(new Error('failed'));

describe('keepConnected', () => {
  it('pauses 1 s after the first failure and twice as long after each further one, up to 60 s', async () => {
    const {pauses} = await run(9, 0, fail);
    expect(pauses).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('stretches a pause by up to its double and never shortens it', async () => {
    const {pauses} = await run(3, 0.5, fail);
    expect(pauses).to.deep.equal([1_500, 3_000]);
  });

  it('tries 4 times in the first 10 s and at most 6 times in 30 s', async () => {
    const {starts} = await run(9, 0, fail);
    expect([10_000, 30_000].map((limit) => starts.filter((at) => at < limit).length)).to.deep.equal([4, 5]);
  });

  it('opens a connection again that ended without an error', async () => {
    const {pauses, told} = await run(3, 0, () => Promise.resolve());
    expect(pauses).to.deep.equal([1_000, 2_000]);
    expect(told.map(({cause}) => cause)).to.deep.equal([undefined, undefined]);
  });

  it('tells of each pause: which attempt follows, after how long, and why', async () => {
    const {told} = await run(3, 0, (nth) => Promise.reject(new Error(`failure ${nth}`)));
    expect(told.map(({attempt, delay, cause}) => [attempt, delay, cause?.message])).to.deep.equal([
      [1, 1_000, 'failure 1'],
      [2, 2_000, 'failure 2'],
    ]);
  });

  it('takes a thrown value that is no error for a failure without a cause', async () => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    const {told} = await run(2, 0, () => Promise.reject('a text'));
    expect(told[0]?.cause).to.equal(undefined);
  });

  it('gives up and throws when the server refuses for good', async () => {
    let calls = 0;
    const refused = new RefusedError('GET https://contact.example/', 'Refused');
    const connect = (): Promise<never> => {
      calls++;
      return Promise.reject(refused);
    };
    const {signal} = new AbortController();
    expect(await rejection(keepConnected(connect, {signal, onPause: ignore}))).to.equal(refused);
    expect(calls).to.equal(1);
  });

  it('ends without an error when it is stopped in a pause, and opens nothing any more', async () => {
    const stop = new AbortController();
    let calls = 0;
    const connect = (): Promise<never> => {
      calls++;
      return fail();
    };
    // The pause is a real one here, and would last a second.
    await keepConnected(connect, {signal: stop.signal, onPause: () => queueMicrotask(() => stop.abort())});
    expect(calls).to.equal(1);
  });

  it('ends without an error when it is stopped while connected, even by a refusal', async () => {
    const stop = new AbortController();
    const pauses: unknown[] = [];
    const connect = (): Promise<never> => {
      stop.abort();
      return Promise.reject(new RefusedError('GET https://contact.example/', 'Refused'));
    };
    await keepConnected(connect, {signal: stop.signal, onPause: (pause) => pauses.push(pause)});
    expect(pauses).to.have.lengthOf(0);
  });

  it('opens nothing when it is stopped before', async () => {
    let calls = 0;
    const connect = (): Promise<number> => Promise.resolve(calls++);
    await keepConnected(connect, {signal: AbortSignal.abort(), onPause: ignore});
    expect(calls).to.equal(0);
  });
});
