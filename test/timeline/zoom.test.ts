import {expect} from '@open-wc/testing';
import {expectAccessible} from '../support/accessibility/axe.js';
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

const choices = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('label')].map((label) => textOf(label));

const chosen = (element: Element): string | undefined =>
  [...element.shadowRoot!.querySelectorAll('label')]
    .filter((label) => label.control?.matches(':checked'))
    .map(textOf)[0];

async function choose(element: Element, name: string): Promise<void> {
  [...element.shadowRoot!.querySelectorAll('label')].find((label) => textOf(label) === name)!.click();
  await waitUntil(() => chosen(element) === name);
  await settle(element);
}

const heads = (element: Element): HTMLElement[] => rowsOf(element).filter((row) => row.matches('[part=group]'));

const edges = (row: Element): number[] =>
  ['--from', '--to'].map((name) => Number(row.querySelector<HTMLElement>('.bar')!.style.getPropertyValue(name)));

const rowWith = (element: Element, text: string): HTMLElement =>
  rowsOf(element).find((row) => textOf(row).includes(text))!;

describe('The zoom of a timeline', () => {
  for (const [count, names, name] of [
    [8, [], undefined],
    [12, [], undefined],
    [20, ['Whole', '10 minutes'], 'Whole'],
    [70, ['Whole', '10 minutes'], '10 minutes'],
    [100, ['Whole', 'Hour', '10 minutes'], 'Hour'],
  ] as const) {
    const offer = names.length > 0 ? `offers ${names.join(', ')} and begins with ${name}` : 'is not offered';
    it(`${offer} for ${count} legs of 45 s`, async () => {
      const element = await mountLongTimeline(createLongRecord(count));
      expect(choices(element)).to.deep.equal(names);
      expect(chosen(element)).to.equal(name);
    });
  }

  it('puts entries into hours, each on an axis of its own', async () => {
    const element = await mountLongTimeline(createLongRecord(200));
    expect(textOf(heads(element)[0]!)).to.match(/^10:00 – 11:00 Entries: 160 /);
    expect(edges(rowWith(element, 'Leg 1 '))).to.deep.equal([0, 0.0125]);
    await choose(element, '10 minutes');
    expect(textOf(heads(element)[0]!)).to.match(/^10:00 – 10:10 Entries: 27 /);
    expect(edges(rowWith(element, 'Leg 1 '))).to.deep.equal([0, 0.075]);
    await choose(element, 'Whole');
    expect(heads(element)).to.deep.equal([]);
    expect(edges(rowWith(element, 'Leg 1 '))).to.deep.equal([0, 0.005]);
  });

  it('names the day of each hour when there are several', async () => {
    const element = await mountLongTimeline(createLongRecord(2000));
    expect(textOf(heads(element)[0]!)).to.match(/5 Jan, 10:00 – 11:00/);
  });

  it('closes and opens an hour by its button', async () => {
    const element = await mountLongTimeline(createLongRecord(200));
    const [head] = heads(element);
    const button = head!.querySelector('button')!;
    expect(saidRows(element)).to.equal(400 + 3);
    button.click();
    await waitUntil(() => button.ariaExpanded === 'false');
    await settle(element);
    expect(saidRows(element)).to.equal(400 + 3 - 160);
    expect(heads(element)).to.have.length.above(1);
    button.click();
    await waitUntil(() => button.ariaExpanded === 'true');
    expect(saidRows(element)).to.equal(400 + 3);
  });

  it('keeps the head of the hour at the top while its entries pass, and after it is closed there', async () => {
    const element = await mountLongTimeline(createLongRecord(200));
    chartOf(element).scrollTop = 6000;
    const place = (): number =>
      heads(element)[0]!.getBoundingClientRect().top - chartOf(element).getBoundingClientRect().top;
    await waitUntil(() => rowsOf(element).length > 2 && Math.abs(place()) < 2, 'the head is at the top');
    await settle(element);
    expect(textOf(heads(element)[0]!)).to.contain('10:00 – 11:00');
    heads(element)[0]!.querySelector('button')!.click();
    await waitUntil(() => heads(element)[0]!.querySelector('button')!.ariaExpanded === 'false');
    await settle(element);
    expect(place()).to.be.closeTo(0, 2);
  });

  it('keeps in sight what was at the top', async () => {
    const element = await mountLongTimeline(createLongRecord(500));
    await choose(element, 'Whole');
    chartOf(element).scrollTop = 30_000;
    await waitUntil(() => !rowsOf(element).some((row) => textOf(row).includes('Leg 9 ')));
    await settle(element);
    const {top} = chartOf(element).getBoundingClientRect();
    const first = rowsOf(element).find(
      (row) => row.getBoundingClientRect().bottom > top + 40 && row.ariaPosInSet !== '2',
    )!;
    const text = textOf(first);
    await choose(element, '10 minutes');
    await waitUntil(() => rowWith(element, text), text);
    expect(Math.abs(rowWith(element, text).getBoundingClientRect().top - top)).to.be.below(200);
  });

  for (const scheme of ['light', 'dark']) {
    for (const locale of ['en', 'ar']) {
      it(`is accessible, ${scheme}, in ${locale}`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const element = await mountLongTimeline(createLongRecord(200), {locale});
        await waitUntil(() => element.shadowRoot!.querySelector('section')!.lang === locale);
        await settle(element);
        await expectAccessible(element);
        document.documentElement.style.removeProperty('color-scheme');
      });
    }
  }
});
