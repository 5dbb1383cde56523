import {expect} from '@open-wc/testing';
import {Ticker} from '../../src/timeline/ticker.js';

/** Timers that tick when a test says so. */
function createTimers() {
  const running = new Set<{readonly task: () => void; readonly period: number}>();
  return {
    running,
    repeat: (task: () => void, period: number) => {
      const timer = {task, period};
      running.add(timer);
      return () => running.delete(timer);
    },
    tick: () => running.forEach(({task}) => task()),
  };
}

function start() {
  const timers = createTimers();
  const calls: string[] = [];
  return {...timers, calls, ticker: new Ticker(() => calls.push('tick'), timers.repeat)};
}

describe('A ticker', () => {
  it('calls nothing before it runs', () => {
    const {running, calls} = start();
    expect([running.size, calls]).to.deep.equal([0, []]);
  });

  it('calls its task at every tick, ten seconds apart, and not at once', () => {
    const {ticker, running, calls, tick} = start();
    ticker.run(true);
    expect([calls, ...[...running].map(({period}) => period)]).to.deep.equal([[], 10_000]);
    tick();
    tick();
    expect(calls).to.have.lengthOf(2);
  });

  it('has one timer, however often it is told to run', () => {
    const {ticker, running} = start();
    ticker.run(true);
    const [timer] = running;
    ticker.run(true);
    expect([...running]).to.deep.equal([timer]);
  });

  it('leaves no timer behind when it stops, also when it is told twice', () => {
    const {ticker, running} = start();
    ticker.run(true);
    ticker.run(false);
    ticker.run(false);
    expect(running.size).to.equal(0);
  });

  it('runs again after it has stopped', () => {
    const {ticker, running, calls, tick} = start();
    for (const isRunning of [true, false, true]) ticker.run(isRunning);
    tick();
    expect([running.size, calls.length]).to.deep.equal([1, 1]);
  });

  it('takes the browser’s timer when it is given none, and gives it back', () => {
    const ticker = new Ticker(() => undefined);
    expect(() => {
      ticker.run(true);
      ticker.run(false);
    }).not.to.throw();
  });
});
