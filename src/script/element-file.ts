import {hideFirstCard} from '../element/first-card/show-first-card.js';
import {WebEngagementElement} from '../element/web-engagement.js';
import type {OfferedState} from '../engagement/state.js';
import {dropQuestion, goOnFrom} from '../tag/connect-session.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import {register} from '../tag/register-element.js';
import {forgetOffer} from './card-file.js';
import {carryOut} from './page-commands.js';

export {carryOut};

/** What a tag has done before it was an element. */
export interface Earlier {
  /** What it has asked. */
  readonly question: FirstQuestion | undefined;
  /** The state of the answer, if the page has heard of it. */
  readonly told: OfferedState | undefined;
  /** Calls of the page that set something, or listen, in their order. */
  readonly commands: readonly (readonly unknown[])[];
}

/** Makes the script's tag an element. */
export function upgrade(tag: HTMLElement, {question, told, commands}: Earlier): void {
  const existing = customElements.get(tag.localName) ?? WebEngagementElement;
  if (existing !== WebEngagementElement) {
    hideFirstCard(tag);
    void shareAnswer(question);
  } else if (question) goOnFrom({tag, question, state: told});
  forgetOffer(tag);
  register(WebEngagementElement);
  for (const [name, ...args] of commands) void carryOut(tag, name, args);
  // A session begins with the first update, unless the page brings its own or the visitor does not agree.
  void Promise.resolve(Reflect.get(tag, 'updateComplete')).then(dropQuestion);
}

/** Lets the element of the npm package, which has come before, go on from what was answered. */
async function shareAnswer(question: FirstQuestion | undefined): Promise<void> {
  await question?.keep?.(() => false).catch(() => undefined);
  question?.release();
}
