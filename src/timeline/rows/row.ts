import {html, nothing, type SVGTemplateResult, type TemplateResult} from 'lit';
import {barPosition} from '../chart/bar-position.js';
import type {Piece} from '../chart/connectors.js';
import type {Bar} from '../chart/placement.js';
import {icons} from '../icons.js';
import type {Fact} from './facts.js';
import type {RowView} from './row-view.js';

/** What a row is besides its view. */
export interface RowState {
  readonly index: number;
  /** Tab comes to this row, and to no other. */
  readonly isCurrent: boolean;
  /** What is shown of an open row; nothing when it is closed. */
  readonly facts: readonly Fact[] | undefined;
  readonly pieces: readonly Piece[];
  readonly toggle: () => void;
}

/** Draws one entry: its words, in a button where there is more to show, and its bars beside them. */
export function renderRow(row: RowView, {index, isCurrent, facts, pieces, toggle}: RowState): TemplateResult {
  const words = renderWords(row);
  const id = `facts-${index}`;
  return html`
    ${
      row.hasMore
        ? html`<button
          class="label"
          type="button"
          aria-expanded=${facts ? 'true' : 'false'}
          aria-controls=${facts ? id : nothing}
          tabindex=${isCurrent ? 0 : -1}
          @click=${toggle}
        >
          ${words} ${renderIcon(icons.more, 'more')}
        </button>`
        : html`<div class="label">${words}</div>`
    }
    <div class="track" aria-hidden="true">${pieces.map(renderPiece)}${row.bars.map(renderBar)}</div>
    ${facts && renderFacts(facts, id)}
  `;
}

function renderWords({look, who, what, when, length, notes, marks}: RowView): TemplateResult {
  return html`${renderIcon(icons[look], 'icon')}
    <span class="words">
      <span class="line"><bdi class="who">${who}</bdi> ${what && html`<span class="what">${what}</span>`}</span>
      ${when && html`<span class="line"><span class="when">${when}</span> ${length && html`<span class="length">${length}</span>`}</span>`}
      ${notes.length > 0 ? html`<span class="note">${notes.join(' · ')}</span>` : nothing}
      ${marks.map((mark) => html`<span class="mark">${renderIcon(icons.mark)} ${mark}</span>`)}
    </span>`;
}

function renderPiece({course, at}: Piece): TemplateResult {
  return html`<span class="piece ${course}" ${barPosition({from: at, to: at})}></span>`;
}

function renderBar(bar: Bar): TemplateResult {
  const {kind, from, to, cutStart, cutEnd} = bar;
  const isOutside = from === to && (cutStart || cutEnd);
  const classes = ['bar', kind, cutStart && 'cut-start', cutEnd && 'cut-end', isOutside && 'outside'];
  return html`<span class=${classes.filter(Boolean).join(' ')} ${barPosition(bar)}></span>`;
}

/** A list of names and values; what the vendor says may be in another direction than the words around it. */
export function renderFacts(facts: readonly Fact[], id?: string): TemplateResult {
  return html`<dl class="facts" id=${id ?? nothing}>
    ${facts.map(({name, value}) => html`<div><dt><bdi>${name}</bdi></dt><dd><bdi>${value}</bdi></dd></div>`)}
  </dl>`;
}

export function renderIcon(shape: SVGTemplateResult, className = ''): TemplateResult {
  return html`<svg class=${className} viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;
}
