import {expect} from '@open-wc/testing';
import {untilLeftAlone} from '../../../src/element/card/auto-collapse.js';
import {rejection} from '../../support/rejection.js';
import {createTestClock} from '../../support/fakes/test-clock.js';

describe('A card that is left alone', () => {
  const life = new AbortController().signal;
  const secondsUntilFolded = async (seconds: number, isBusy: (second: number) => boolean): Promise<number> => {
    const {sleep, pauses} = createTestClock({jumps: true});
    await untilLeftAlone({seconds, sleep, isBusy: () => isBusy(pauses.length)}, life);
    return pauses.length;
  };

  it('folds after the seconds that the page has set', async () => {
    expect(await secondsUntilFolded(45, () => false)).to.equal(45);
  });

  it('stays at least 20 seconds', async () => {
    expect(await secondsUntilFolded(3, () => false)).to.equal(20);
  });

  it('does not fold while the visitor is at it, and goes on from where it was', async () => {
    expect(await secondsUntilFolded(20, (second) => second > 5 && second <= 65)).to.equal(80);
  });

  it('does not fold when it has gone', async () => {
    const end = new AbortController();
    const {sleep, pauses} = createTestClock({jumps: true});
    const folding = untilLeftAlone({seconds: 20, sleep, isBusy: () => (end.abort(), false)}, end.signal);
    expect(await rejection(folding)).to.equal(end.signal.reason);
    expect(pauses).to.have.lengthOf(1);
  });
});
