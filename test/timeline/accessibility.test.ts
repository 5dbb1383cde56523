import {expect} from '@open-wc/testing';
import {toEngagementRecord as fromAvaya} from '../../src/vendors/avaya/index.js';
import {toEngagementRecord as fromGlia} from '../../src/vendors/glia/index.js';
import * as avaya from '../fixtures/avaya/seed-003.js';
import * as glia from '../fixtures/glia/seed-001.js';
import {expectAccessible} from '../support/accessibility/axe.js';
import {createRecord, morning, mountTimeline, rowsOf} from '../support/element/timeline.js';
import {waitUntil} from '../support/wait-until.js';

const records = {
  'of the Customer Journey API': fromAvaya(avaya.engagement),
  'of the Glia REST API': fromGlia(glia.engagementAnswer),
} as const;

const buttonsOf = (element: Element): HTMLButtonElement[] =>
  rowsOf(element).flatMap((row) => row.querySelector('button') ?? []);

function press(element: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...init});
  element.shadowRoot!.activeElement!.dispatchEvent(event);
  return event;
}

const focusedRow = (element: Element): number =>
  buttonsOf(element).indexOf(element.shadowRoot!.activeElement as HTMLButtonElement);

describe('A timeline is accessible', () => {
  afterEach(() => document.documentElement.style.removeProperty('color-scheme'));

  for (const [title, record] of Object.entries(records)) {
    for (const scheme of ['light', 'dark']) {
      for (const locale of ['en', 'de', 'ar']) {
        it(`${title}, ${scheme}, in ${locale}, open and closed`, async () => {
          document.documentElement.style.colorScheme = scheme;
          const element = await mountTimeline(record, {locale});
          await waitUntil(() => element.shadowRoot!.querySelector('section')!.lang === locale);
          await expectAccessible(element);
          for (const button of buttonsOf(element)) button.click();
          await element.updateComplete;
          await expectAccessible(element);
        });
      }
    }
  }

  it('is a named region with a heading of the wanted level, and a list of all entries', async () => {
    const element = await mountTimeline(records['of the Customer Journey API'], {headingLevel: 4});
    const root = element.shadowRoot!;
    expect(root.querySelector('[role=heading]')!.ariaLevel).to.equal('4');
    expect(root.querySelector('section')!.getAttribute('aria-labelledby')).to.equal('title');
    expect(root.querySelector('ol')!.getAttribute('role')).to.equal('list');
    expect(root.querySelectorAll('ol [aria-hidden=true] li')).to.have.length(0);
    element.headingLevel = 0;
    await element.updateComplete;
    expect(root.querySelector('[role=heading]')).to.equal(null);
  });

  it('has targets of 44 px', async () => {
    const element = await mountTimeline(records['of the Customer Journey API']);
    for (const button of buttonsOf(element)) {
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
    }
  });

  for (const width of [320, 1600]) {
    it(`fits into ${width} px with everything open`, async () => {
      const element = await mountTimeline(records['of the Customer Journey API']);
      element.parentElement!.style.inlineSize = `${width}px`;
      for (const button of buttonsOf(element)) button.click();
      await element.updateComplete;
      const section = element.shadowRoot!.querySelector('section')!;
      expect(section.getBoundingClientRect().width).to.equal(width);
      expect(section.scrollWidth).to.be.at.most(width);
      for (const row of rowsOf(element)) {
        expect(row.scrollWidth).to.be.at.most(width);
      }
    });
  }

  it('puts bars beside words where there is room, and below them where there is none', async () => {
    const element = await mountTimeline(records['of the Customer Journey API']);
    const isBeside = (): boolean => {
      const [row] = rowsOf(element);
      const words = row!.querySelector('button')!.getBoundingClientRect();
      const track = row!.querySelector('.track')!.getBoundingClientRect();
      return track.top < words.bottom && track.left >= words.right;
    };
    element.parentElement!.style.inlineSize = '1200px';
    expect(isBeside()).to.equal(true);
    element.parentElement!.style.inlineSize = '400px';
    expect(isBeside()).to.equal(false);
  });

  it('begins on the right in a language that does', async () => {
    const middleOf = (element: Element): number => {
      const {left, right} = rowsOf(element)[1]!.querySelector('.bar')!.getBoundingClientRect();
      const track = rowsOf(element)[1]!.querySelector('.track')!.getBoundingClientRect();
      return ((left + right) / 2 - track.left) / track.width;
    };
    const agent = {role: 'agent', joinedAt: morning.startedAt, leftAt: morning.startedAt, details: {}};
    const record = createRecord({...morning, participants: [agent]});
    expect(middleOf(await mountTimeline(record, {locale: 'en'}))).to.be.below(0.1);
    const element = await mountTimeline(record, {locale: 'ar'});
    await waitUntil(() => element.shadowRoot!.querySelector('section')!.dir === 'rtl');
    expect(middleOf(element)).to.be.above(0.9);
  });
});

describe('The keyboard', () => {
  it('comes to one entry by Tab, to the others by the arrow keys, Home and End', async () => {
    const element = await mountTimeline(records['of the Customer Journey API']);
    const tabStops = (): number[] => buttonsOf(element).flatMap(({tabIndex}, index) => (tabIndex === 0 ? index : []));
    expect(tabStops()).to.deep.equal([0]);
    buttonsOf(element)[0]!.focus();
    const steps: readonly (readonly [key: string, row: number])[] = [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', 4],
      ['ArrowDown', 4],
      ['Home', 0],
      ['ArrowUp', 0],
    ];
    for (const [key, row] of steps) {
      expect(press(element, key).defaultPrevented).to.equal(true);
      await waitUntil(() => focusedRow(element) === row, `${key} leads to entry ${row}`);
      await element.updateComplete;
      expect(tabStops(), key).to.deep.equal([row]);
    }
  });

  it('is left alone when other keys, or Alt and the like, are pressed', async () => {
    const element = await mountTimeline(records['of the Customer Journey API']);
    buttonsOf(element)[0]!.focus();
    for (const [key, init] of [['a'], ['ArrowDown', {altKey: true}], ['End', {ctrlKey: true}]] as const) {
      expect(press(element, key, init).defaultPrevented).to.equal(false);
    }
    expect(focusedRow(element)).to.equal(0);
  });

  it('opens an entry to every fact of it, and closes it', async () => {
    const element = await mountTimeline(records['of the Customer Journey API']);
    const row = rowsOf(element)[1]!;
    const button = row.querySelector('button')!;
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await element.updateComplete;
    expect(button.ariaExpanded).to.equal('true');
    const facts = row.querySelector('dl')!;
    expect(button.getAttribute('aria-controls')).to.equal(facts.id);
    const names = [...facts.querySelectorAll('dt')].map(({textContent}) => textContent);
    expect(names).to.deep.equal([
      'Start',
      'End',
      'Channel',
      'ID',
      'channelId',
      'callingNumber',
      'dialledNumber',
      'dialogId',
    ]);
    button.click();
    await element.updateComplete;
    expect(row.querySelector('dl')).to.equal(null);
  });
});
