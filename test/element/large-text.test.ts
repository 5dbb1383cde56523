import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import type {SourceFact} from '../../src/engagement/source.js';
import {exposed, inConversation, offer} from '../support/element/element-session.js';
import {part} from '../support/element/mount.js';
import {addStyles, showSurface, stand, type Surface} from '../support/element/surfaces.js';
import {boxesOf, findBroken, findEscaped, findOverlaps} from '../support/element/text-boxes.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';

const url = 'https://brand.example/chat';
const handoff: SourceFact = {type: 'expose', offer: {...offer, url, waitSeconds: 300, peopleAhead: 8}};
const endConversation = (): Promise<void> => Promise.resolve();

const cards: readonly Surface[] = [
  {name: 'the invitation', fact: exposed, shows: 'card'},
  {name: 'its options', fact: exposed, presses: ['more'], shows: 'options'},
  {name: 'a hand-off', fact: handoff, shows: 'wait'},
  {name: 'the way back', fact: inConversation, properties: {endConversation}, shows: 'end'},
  {name: 'the banner', fact: exposed, properties: {format: 'banner'}, shows: 'card'},
];

/** Text of this size, as a visitor sets it for all pages. */
const sizes = [
  ['150 %', '.surface {font-size: 24px !important}'],
  ['200 %', '.surface {font-size: 32px !important}'],
] as const;

const windows = [
  [320, 640],
  [390, 844],
  [1280, 800],
] as const;

for (const [width, height] of windows) {
  for (const [size, css] of sizes) {
    describe(`With text of ${size}, ${width} px wide`, () => {
      let page: FramePage;
      before(async () => {
        page = await openFramePage({width, height});
      });
      after(() => page.close());

      for (const locale of ['de', 'ar', 'ja']) {
        it(`no word is broken, and nothing lies over something else or outside in ${locale}`, async () => {
          for (const card of cards) {
            const element = await show(page, card, locale, css);
            const boxes = boxesOf(element);
            expect(findEscaped(boxes), `${card.name}: outside`).to.deep.equal([]);
            if (locale !== 'ja') expect(findBroken(boxes), `${card.name}: broken`).to.deep.equal([]);
            expect(findOverlaps(element), `${card.name}: over each other`).to.deep.equal([]);
            element.remove();
          }
        });
      }
    });
  }
}

describe('In a window of 320 × 256 px', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 320, height: 256});
  });
  after(() => page.close());

  for (const [size, css] of [['100 %', ''], ...sizes] as const) {
    it(`“Start chat” can be reached with text of ${size}`, async () => {
      const element = await show(page, cards[0]!, 'de', css);
      const accept = part(element, 'accept')!;
      accept.scrollIntoView({block: 'center'});
      const {left, top, width, height} = accept.getBoundingClientRect();
      const hit = element.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
      expect([hit?.part.value, left >= 0, left + width <= 320]).to.deep.equal(['accept', true, true]);
      element.remove();
    });
  }
});

async function show(page: FramePage, card: Surface, locale: string, css: string): Promise<WebEngagementElement> {
  const element = await showSurface(page, card, {locale});
  addStyles(page, element, css);
  await stand(element);
  return element;
}
