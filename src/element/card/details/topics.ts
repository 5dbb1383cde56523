import {html, type TemplateResult} from 'lit';
import type {SessionController} from '../../../tag/session-controller.js';
import type {Topic} from '../../../tag/settings/settings.js';
import type {ElementHost} from '../../element-host.js';

/** How many of them a card shows. */
const most = 3;

const problem = `Expected topics to be a list of up to ${most} objects {id, text}, both texts that are not empty; only such ones are shown`;

/** Renders questions of the page that the visitor can begin with. */
export function renderTopics(
  {topics}: Pick<ElementHost, 'topics'>,
  session: SessionController,
  accept: (topic: string) => void,
): TemplateResult | undefined {
  const given: readonly unknown[] = Array.isArray(topics) ? topics : [];
  const usable = given.filter(isTopic).slice(0, most);
  if (usable.length < given.length || (topics && !Array.isArray(topics))) session.advise(problem);
  if (usable.length === 0) return undefined;
  return html`<div part="topics">
    ${usable.map(({id, text}) => html`<button part="topic" dir="auto" @click=${() => accept(id)}>${text}</button>`)}
  </div>`;
}

function isTopic(value: unknown): value is Topic {
  const {id, text} = Object(value) as Partial<Record<keyof Topic, unknown>>;
  return [id, text].every((it) => typeof it === 'string' && it.trim() !== '');
}
