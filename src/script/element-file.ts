import {hasFirstCard} from '../element/first-card/first-card.js';
import {hideFirstCard} from '../element/first-card/show-first-card.js';
import {WebEngagementElement} from '../element/web-engagement.js';
import type {EngagementState} from '../engagement/state.js';
import {dropQuestion, goOnFrom} from '../tag/connect-session.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import {register} from '../tag/register-element.js';
import {settingNames, type Settings} from '../tag/settings/settings.js';
import {carryOut} from './page-commands.js';
import {endStandIn} from './before-element/stand-in.js';

export {carryOut};

/** What a tag has done before it was an element. */
export interface Earlier {
  /** Whether the script has made the tag, which is hidden then until there is something to show. */
  readonly isOurs: boolean;
  /** What it has asked. */
  readonly question: FirstQuestion | undefined;
  /** The state of the answer, if the page has heard of it. */
  readonly told: EngagementState | undefined;
  /** Calls of the page that set something, or listen, in their order. */
  readonly commands: readonly (readonly unknown[])[];
}

/**
 * Loads the engine of a session. Whoever comes to a card may leave the page at once, so that what they do must find it
 * here. A failure shows when it is needed.
 */
export async function loadEngine(): Promise<void> {
  await import('../tag/create-session.js').catch(() => undefined);
}

/** Makes the script's tag an element, and resolves when it has carried out what the page has called before. */
export async function upgrade(tag: HTMLElement, {isOurs, question, told, commands}: Earlier): Promise<void> {
  if (isOurs && !hasFirstCard(tag)) tag.hidden = false;
  const existing = customElements.get(tag.localName) ?? WebEngagementElement;
  if (existing !== WebEngagementElement) {
    hideFirstCard(tag);
    void shareAnswer(question);
  } else if (question) goOnFrom({tag, question, state: told});
  endStandIn(tag);
  // What a page has changed since it heard of the answer starts nothing over, so that it comes after the first update.
  const changes = told ? takeSettings(tag) : {};
  register(WebEngagementElement);
  if (told) await Reflect.get(tag, 'updateComplete');
  Object.assign(tag, changes);
  for (const [name, ...args] of commands) void carryOut(tag, name, args);
  // A session begins with the first update, unless the page brings its own or the visitor does not agree.
  void Promise.resolve(Reflect.get(tag, 'updateComplete')).then(dropQuestion);
}

/** Takes from a tag the settings that were set as properties before it was an element. */
function takeSettings(tag: HTMLElement): Partial<Settings> {
  const names = settingNames.filter((name) => Object.hasOwn(tag, name));
  const changes = Object.fromEntries(names.map((name) => [name, Reflect.get(tag, name) as unknown]));
  for (const name of names) Reflect.deleteProperty(tag, name);
  return changes;
}

/** Lets the element of the npm package, which has come before, go on from what was answered. */
async function shareAnswer(question: FirstQuestion | undefined): Promise<void> {
  await question?.keep?.(() => false).catch(() => undefined);
  question?.release();
}
