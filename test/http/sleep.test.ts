import {expect} from '@open-wc/testing';
import {sleep} from '../../src/http/sleep.js';
import {rejection} from '../support/rejection.js';

/** A signal that says how many listeners it has. */
function countedSignal(): {readonly stop: AbortController; listeners(): number} {
  const stop = new AbortController();
  let count = 0;
  const {signal} = stop;
  const {addEventListener, removeEventListener} = signal;
  signal.addEventListener = (...listening: Parameters<typeof addEventListener>) => {
    count += 1;
    addEventListener.apply(signal, listening);
  };
  signal.removeEventListener = (...listening: Parameters<typeof removeEventListener>) => {
    count -= listening[0] === 'abort' ? 1 : 0;
    removeEventListener.apply(signal, listening);
  };
  return {stop, listeners: () => count};
}

describe('sleep', () => {
  it('is over after its time, with and without a signal', async () => {
    const start = performance.now();
    await sleep(20);
    await sleep(20, new AbortController().signal);
    // Timers may be a little early by this clock.
    expect(performance.now() - start).to.be.at.least(38);
  });

  it('leaves no listener with the signal', async () => {
    const {stop, listeners} = countedSignal();
    await sleep(0, stop.signal);
    expect(listeners()).to.equal(0);
  });

  it('ends with the reason as soon as the signal aborts', async () => {
    const stop = new AbortController();
    const sleeping = sleep(60_000, stop.signal);
    stop.abort('enough');
    expect(await rejection(sleeping)).to.equal('enough');
  });

  it('does not begin when the signal has aborted', async () => {
    expect(await rejection(sleep(0, AbortSignal.abort('before')))).to.equal('before');
  });
});
