import {expect} from '@open-wc/testing';
import {
  chartOf,
  createLongRecord,
  mountLongTimeline,
  rowsOf,
  saidRows,
  settle,
  textOf,
} from '../support/element/timeline.js';
import {waitUntil} from '../support/wait-until.js';

const positionOf = (row: Element): number => Number(row.getAttribute('aria-posinset'));

const rowAt = (element: Element, position: number): HTMLElement | undefined =>
  rowsOf(element).find((row) => positionOf(row) === position);

function inSight(element: Element): HTMLElement[] {
  const {top, bottom} = chartOf(element).getBoundingClientRect();
  return rowsOf(element).filter((row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > top && box.top < bottom;
  });
}

/** Scrolls, and waits until that is answered: the rows in sight are drawn and none of them moves any more. */
async function scrollTo(element: Element, place: number): Promise<void> {
  chartOf(element).scrollTop = place;
  await new Promise((resolve) => chartOf(element).addEventListener('scroll', resolve, {once: true}));
  await settle(element);
}

/** WebKit would scroll to what has the focus only a moment later, and undo what a test has scrolled by then. */
const focus = (row: Element): void => row.querySelector('button')!.focus({preventScroll: true});

function press(element: Element, key: string): void {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true});
  element.shadowRoot!.activeElement!.dispatchEvent(event);
}

const focused = (element: Element): Element | null | undefined => element.shadowRoot!.activeElement?.closest('li');

/** Opens the list as one, without heads of groups. */
async function mountWhole(count: number) {
  const element = await mountLongTimeline(createLongRecord(count));
  element.shadowRoot!.querySelector<HTMLElement>('input[type=radio]')!.click();
  await waitUntil(() => saidRows(element) === 2 * count);
  await settle(element);
  return element;
}

describe('A timeline of many entries', () => {
  for (const count of [500, 5000]) {
    it(`draws those in sight of ${count} legs, and is no higher than the window`, async () => {
      const element = await mountWhole(count);
      expect(rowsOf(element)).to.have.length.below(60);
      expect(element.offsetHeight).to.be.below(innerHeight + 200);
      expect(rowsOf(element).map(positionOf)).to.deep.equal(rowsOf(element).map((_, index) => index + 1));
    });
  }

  it('draws what is scrolled to, and says which of how many it is', async () => {
    const element = await mountWhole(500);
    await scrollTo(element, 40_000);
    const [first] = inSight(element);
    expect(positionOf(first!)).to.be.within(200, 800);
    expect(saidRows(element)).to.equal(1000);
    expect(rowsOf(element).map(positionOf)).to.not.include(40);
    expect(textOf(first!)).to.match(/Agent agent-\d+/);
  });

  it('ends with the last entry', async () => {
    const element = await mountWhole(500);
    await scrollTo(element, 10_000_000);
    await waitUntil(() => inSight(element).some((row) => positionOf(row) === 1000));
    const below = (): number =>
      rowAt(element, 1000)!.getBoundingClientRect().bottom - chartOf(element).getBoundingClientRect().bottom;
    await waitUntil(() => Math.abs(below()) < 2, 'the last entry is at the bottom');
  });

  it('keeps what is in sight where it is when entries above are higher than others', async () => {
    const element = await mountWhole(500);
    await scrollTo(element, 30_000);
    for (let step = 0; step < 5; step++) {
      const row = inSight(element)[1]!;
      const before = row.getBoundingClientRect().top;
      await scrollTo(element, chartOf(element).scrollTop - 170);
      const moved = row.getBoundingClientRect().top - before;
      expect(moved, `after ${step} steps`).to.be.closeTo(170, 1);
    }
  });

  it('draws an entry as high at the end of the window as elsewhere', async () => {
    const element = await mountWhole(500);
    await scrollTo(element, 8000);
    const last = rowsOf(element).at(-1)!;
    const {height} = last.getBoundingClientRect();
    await scrollTo(element, chartOf(element).scrollTop + 600);
    await waitUntil(() => rowsOf(element).at(-1) !== last, 'the window ends lower');
    expect(last.getBoundingClientRect().height).to.be.closeTo(height, 0.1);
  });

  it('begins at the top with another record', async () => {
    const element = await mountWhole(500);
    await scrollTo(element, 30_000);
    element.record = createLongRecord(200);
    await element.updateComplete;
    await settle(element);
    expect(chartOf(element).scrollTop).to.equal(0);
    expect(positionOf(inSight(element)[0]!)).to.equal(1);
  });

  it('goes on where it was when the element is moved in the page', async () => {
    const element = await mountWhole(100);
    const box = document.createElement('div');
    element.parentElement!.append(box);
    box.append(element);
    await settle(element);
    await scrollTo(element, 8000);
    expect(positionOf(inSight(element)[0]!)).to.be.above(50);
  });

  it('draws all of it for the printer', async () => {
    const element = await mountWhole(100);
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length(200);
    dispatchEvent(new Event('afterprint'));
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length.below(60);
  });

  it('leaves nothing to the printer once it is removed', async () => {
    const element = await mountWhole(100);
    element.remove();
    const {length} = rowsOf(element);
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(rowsOf(element)).to.have.length(length);
  });
});

describe('The keyboard in a timeline of many entries', () => {
  for (const [key, position] of [
    ['End', 1000],
    ['PageDown', 12],
    ['ArrowDown', 3],
  ] as const) {
    it(`comes with ${key} to entry ${position}, and shows it`, async () => {
      const element = await mountWhole(500);
      focus(rowAt(element, 2)!);
      press(element, key);
      await waitUntil(() => focused(element) && positionOf(focused(element)!) === position, `entry ${position}`);
      await waitUntil(() => inSight(element).map(positionOf).includes(position), 'it is in sight');
      await settle(element);
      expect(inSight(element).map(positionOf)).to.include(position);
    });
  }

  it('comes back to the first one, and to the very top', async () => {
    const element = await mountWhole(500);
    focus(rowAt(element, 2)!);
    press(element, 'End');
    await waitUntil(() => positionOf(focused(element)!) === 1000);
    await settle(element);
    press(element, 'Home');
    await waitUntil(() => positionOf(focused(element)!) === 2);
    await settle(element);
    expect(chartOf(element).scrollTop).to.equal(0);
  });

  it('keeps the focus on an entry that is scrolled out of sight', async () => {
    const element = await mountWhole(500);
    focus(rowAt(element, 2)!);
    await scrollTo(element, 40_000);
    expect(positionOf(focused(element)!)).to.equal(2);
    expect(rowsOf(element).map(positionOf)).to.not.include(3);
    press(element, 'ArrowDown');
    await waitUntil(() => positionOf(focused(element)!) === 3);
    await settle(element);
    expect(inSight(element).map(positionOf)).to.include(3);
  });

  it('finds an entry still open that was out of sight', async () => {
    const element = await mountWhole(500);
    rowAt(element, 4)!.querySelector('button')!.click();
    await waitUntil(() => rowAt(element, 4)!.querySelector('dl'));
    focus(rowAt(element, 2)!);
    await scrollTo(element, 40_000);
    expect(rowsOf(element).map(positionOf)).to.not.include(4);
    await scrollTo(element, 0);
    expect(rowAt(element, 4)!.querySelector('dl')).to.not.equal(null);
  });
});
