import {html, type TemplateResult} from 'lit';
import {renderRuler} from '../chart/ruler.js';
import {icons} from '../icons.js';
import type {GroupLine} from './lines.js';
import {renderIcon} from './row.js';
import type {Telling} from './row-view.js';

interface GroupState {
  readonly isCurrent: boolean;
  readonly toggle: () => void;
}

/** Draws the head of a group: its stretch in a button that shows and hides its entries, and the labels of its axis. */
export function renderGroup(
  {group, isOpen}: GroupLine,
  {isCurrent, toggle}: GroupState,
  {sentences, formats}: Telling,
): TemplateResult {
  const {axis, entries} = group;
  return html`
    <button
      class="label"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      tabindex=${isCurrent ? 0 : -1}
      @click=${toggle}
    >
      <span class="line">
        <span class="who">${formats.stretch(axis.from, axis.to)}</span>
        <span class="what">${sentences.entries(formats.number(entries.length))}</span>
      </span>
      ${renderIcon(icons.more, 'more')}
    </button>
    ${renderRuler(axis, formats)}
  `;
}
