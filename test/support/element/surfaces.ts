import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {SourceFact} from '../../../src/engagement/source.js';
import {createStage, exposed, inConversation, offer} from './element-session.js';
import type {FramePage} from '../pages/frame-page.js';
import {isRendered, part} from './mount.js';
import {waitUntil} from '../wait-until.js';

/** Something that the element can look like, and how it comes to that. */
export interface Surface {
  readonly name: string;
  readonly fact: SourceFact;
  readonly properties?: Partial<WebEngagementElement>;
  /** The buttons that the visitor presses, by their parts, after the offer has come. */
  readonly presses?: readonly string[];
  /** The part that can be seen then. */
  readonly shows: string;
}

const handoff: SourceFact = {
  type: 'expose',
  offer: {...offer, url: 'https://brand.example/chat', waitSeconds: 120, peopleAhead: 9},
};

const inPanel: Partial<WebEngagementElement> = {
  openIn: 'panel',
  conversationUrl: new URL('/test/support/pages/conversation.html', location.href).href.replace(
    'localhost',
    '127.0.0.1',
  ),
};

/** Everything that the element can look like. */
export const surfaces: readonly Surface[] = [
  {name: 'the invitation', fact: exposed, shows: 'card'},
  {name: 'the invitation with its options', fact: exposed, presses: ['more'], shows: 'options'},
  {
    name: 'the invitation with topics and a word on privacy',
    fact: exposed,
    properties: {
      topics: [
        {id: 'sizes', text: 'Which size fits me?'},
        {id: 'returns', text: 'How do I send it back?'},
      ],
      privacyUrl: '/privacy',
    },
    shows: 'privacy',
  },
  {name: 'what follows from an opt-out', fact: exposed, presses: ['more', 'opt-out'], shows: 'note'},
  {name: 'the launcher of an invitation', fact: exposed, presses: ['close'], shows: 'launcher'},
  {name: 'a hand-off with its wait', fact: handoff, shows: 'wait'},
  {name: 'the bubble', fact: exposed, properties: {format: 'bubble'}, shows: 'launcher'},
  {name: 'the banner', fact: exposed, properties: {format: 'banner'}, shows: 'card'},
  {name: 'the invitation within the page', fact: exposed, properties: {placement: 'inline'}, shows: 'card'},
  {name: 'the way back', fact: inConversation, shows: 'card'},
  {
    name: 'the launcher of a conversation with unread messages',
    fact: inConversation,
    properties: {unread: 3},
    presses: ['dismiss'],
    shows: 'badge',
  },
  {
    name: 'the question whether to end the conversation',
    fact: inConversation,
    properties: {endConversation: () => Promise.resolve()},
    presses: ['end'],
    shows: 'question',
  },
  {name: 'the panel', fact: inConversation, properties: inPanel, presses: ['resume'], shows: 'panel'},
];

/** Puts an element that looks like this on a page. */
export async function showSurface(
  {document}: Pick<FramePage, 'document'>,
  {fact, properties, presses = [], shows}: Surface,
  further: Partial<WebEngagementElement> = {},
): Promise<WebEngagementElement> {
  const element = document.createElement('web-engagement');
  Object.assign(element, {session: createStage(fact).session}, properties, further);
  document.body.append(element);
  for (const name of [...presses, shows]) {
    await waitUntil(() => isRendered(element, name), `shows ${name}`);
    if (presses.includes(name)) part(element, name)!.click();
    await stand(element);
  }
  return element;
}

/** Brings what an element moves or fades to its end. */
export async function stand(element: WebEngagementElement): Promise<void> {
  await element.updateComplete;
  for (const surface of element.shadowRoot!.querySelectorAll('.surface')) {
    for (const animation of surface.getAnimations({subtree: true})) animation.finish();
  }
}

/** The buttons of an element that can be seen. */
export function visibleButtons(element: WebEngagementElement): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('button')].filter((button) => button.checkVisibility());
}

/** The launcher, the card or the panel, whichever can be seen. */
export function visibleSurfaces(element: WebEngagementElement): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('.surface')].filter((surface) =>
    surface.checkVisibility(),
  );
}

/** Adds rules to an element's own, as a browser or a visitor's extension does that changes the text of all pages. */
export function addStyles({window}: Pick<FramePage, 'window'>, element: WebEngagementElement, css: string): void {
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(css);
  element.shadowRoot!.adoptedStyleSheets.push(sheet);
  // Chromium asks again how wide the card is in em only when its box is another one.
  element.hidden = true;
  element.shadowRoot!.querySelector('.surface')!.getBoundingClientRect();
  element.hidden = false;
}

/** Text of twice the size. */
export const doubleText = '.surface {font-size: 32px !important}';

/** The distances of WCAG 1.4.12 Text Spacing. */
export const textSpacing =
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}';
