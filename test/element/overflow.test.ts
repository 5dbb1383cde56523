import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../src/element/web-engagement.js';
import type {SourceFact} from '../../src/engagement/source.js';
import {createStage, exposed, inConversation, offer} from '../support/element/element-session.js';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {locales} from '../support/accessibility/locales.js';
import {isRendered, part} from '../support/element/mount.js';
import {boxesOf, findBroken, findEscaped} from '../support/element/text-boxes.js';
import {pseudoLocale, pseudoMessages} from '../support/accessibility/pseudo-locale.js';
import {waitUntil} from '../support/wait-until.js';

interface Card {
  readonly title: string;
  readonly fact: SourceFact;
  readonly properties?: Partial<WebEngagementElement>;
  /** Part that is clicked, so that there is more to read. */
  readonly click?: string;
}

const url = 'https://brand.example/chat';
const endConversation = (): Promise<void> => Promise.resolve();

const cards: readonly Card[] = [
  {title: 'expose', fact: exposed},
  {title: 'a hand-off', fact: {type: 'expose', offer: {...offer, url, waitSeconds: 3540, peopleAhead: 8}}},
  {title: 'conversation', fact: inConversation, properties: {endConversation}},
  {title: 'conversation, asked whether to end it', fact: inConversation, properties: {endConversation}, click: 'end'},
];

// Where words are not written apart, or a line may end within one.
const withoutSpaces = ['ja', 'ko', 'zh-Hans', 'zh-Hant'];

async function show(page: FramePage, locale: string, {fact, properties, click}: Card): Promise<WebEngagementElement> {
  const element = page.document.createElement('web-engagement');
  const messages = locale === pseudoLocale ? pseudoMessages : undefined;
  Object.assign(element, {session: createStage(fact).session, locale, messages}, properties);
  page.document.body.append(element);
  await waitUntil(() => isRendered(element, 'card'), 'the card is shown');
  if (click) part(element, click)!.click();
  await element.updateComplete;
  expect(part(element, 'title')!.closest('[lang]')!.getAttribute('lang')).to.equal(locale);
  return element;
}

for (const direction of ['ltr', 'rtl'] as const) {
  describe(`On a page of 320 pixels that is written ${direction}`, () => {
    let page: FramePage;

    before(async () => {
      page = await openFramePage({width: 320, height: 640});
      page.document.documentElement.dir = direction;
    });
    after(() => page.close());

    for (const locale of [...locales, pseudoLocale]) {
      it(`nothing is wider than its place in ${locale}`, async () => {
        for (const card of cards) {
          const element = await show(page, locale, card);
          const boxes = boxesOf(element);
          const wide = boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.part.value);
          expect(wide, card.title).to.deep.equal([]);
          expect(findEscaped(boxes), card.title).to.deep.equal([]);
          if (!withoutSpaces.includes(locale)) expect(findBroken(boxes), card.title).to.deep.equal([]);
          for (const box of boxes) {
            const {left, right} = box.getBoundingClientRect();
            expect([left >= 0, right <= 320], `${box.part.value} of ${card.title}`).to.deep.equal([true, true]);
          }
          element.remove();
        }
      });
    }
  });
}
