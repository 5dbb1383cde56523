import {expect} from '@open-wc/testing';
import {untilLeftAlone} from '../../src/element/card/auto-collapse.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {createTestClock} from '../support/fakes/test-clock.js';
import {showSurface, surfaces} from '../support/element/surfaces.js';

describe('folds no invitation that somebody is at [A4]', () => {
  const pausesOf = async (seconds: number, isBusy: (second: number) => boolean): Promise<number> => {
    const {sleep, pauses} = createTestClock({jumps: true});
    await untilLeftAlone({seconds, isBusy: () => isBusy(pauses.length), sleep}, new AbortController().signal);
    return pauses.reduce((sum, pause) => sum + pause, 0) / 1000;
  };

  for (const [wanted, waited] of [
    [0.5, 20],
    [19, 20],
    [20, 20],
    [45, 45],
  ] as const) {
    it(`and waits ${waited} s when it is to wait ${wanted} s`, async () => {
      expect(await pausesOf(wanted, () => false)).to.equal(waited);
    });
  }

  it('and does not count the seconds in which somebody is', async () => {
    expect(await pausesOf(20, (second) => second > 5 && second <= 35)).to.equal(50);
  });

  it('and not after it has gone', async () => {
    const {sleep, pauses} = createTestClock({jumps: true});
    const gone = new AbortController();
    const end = untilLeftAlone(
      {seconds: 20, isBusy: () => (pauses.length === 3 && gone.abort(), false), sleep},
      gone.signal,
    );
    expect(await end.catch((error: unknown) => (error as Error).name)).to.equal('AbortError');
    expect(pauses).to.have.lengthOf(3);
  });
});

describe('has no motion that goes on by itself [A23]', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 1280, height: 900});
  });
  after(() => page.close());

  for (const surface of surfaces) {
    it(`in ${surface.name}`, async () => {
      const element = await showSurface(page, surface);
      const parts = [...element.shadowRoot!.querySelectorAll('*')];
      const animations = parts.flatMap((part) => part.getAnimations());
      const timings = animations.map(({effect}) => Number(effect?.getComputedTiming().endTime));
      element.remove();
      expect(timings.filter((end) => end > 500)).to.deep.equal([]);
    });
  }
});
