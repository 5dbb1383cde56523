import type {BrowserContext} from 'playwright';
import {conversation, invitation, openAccessiblePage, type AccessiblePage} from './page.js';

/** Something that a screen reader comes to, and how. */
export interface AxState {
  /** That of its golden file, too. */
  readonly name: string;
  readonly fact: object;
  readonly attributes?: string;
  /** The buttons that the visitor presses, by their parts. */
  readonly presses?: readonly string[];
  readonly shows: string;
}

const handoff = {...invitation.offer, url: 'https://brand.example/chat', waitSeconds: 120, peopleAhead: 9};

export const axStates: readonly AxState[] = [
  {name: 'invitation', fact: invitation, shows: 'card'},
  {name: 'invitation-options', fact: invitation, presses: ['more'], shows: 'options'},
  {name: 'invitation-folded', fact: invitation, presses: ['close'], shows: 'launcher'},
  {name: 'bubble', fact: invitation, attributes: 'data-format="bubble"', shows: 'launcher'},
  {name: 'banner', fact: invitation, attributes: 'data-format="banner"', shows: 'card'},
  {
    name: 'handoff',
    fact: {type: 'expose', offer: handoff},
    attributes: 'data-allowed-hosts="brand.example"',
    shows: 'wait',
  },
  {name: 'conversation', fact: conversation, shows: 'card'},
  {
    name: 'conversation-unread',
    fact: conversation,
    attributes: 'data-unread="3"',
    presses: ['dismiss'],
    shows: 'badge',
  },
];

/** Opens a page that shows a state, after its announcement was made and taken back. */
export async function openAxState(context: BrowserContext, script: string, state: AxState): Promise<AccessiblePage> {
  const {fact, attributes = '', presses = [], shows} = state;
  await context.clock.install();
  const body = '<main><h1>Brand</h1></main>';
  const opened = await openAccessiblePage(context, {script, body, attributes});
  await opened.say(fact);
  for (const name of presses) {
    await opened.part(name).click();
    await context.clock.runFor(100);
  }
  await opened.part(shows).waitFor();
  await context.clock.runFor(15_000);
  return opened;
}
