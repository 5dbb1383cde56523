import {html, type TemplateResult} from 'lit';
import {findTicks, type Axis} from './axis.js';
import {barPosition} from './bar-position.js';
import type {Formats} from './sentences/formats.js';
import {fraction} from './placement.js';

/** A label beyond this fraction of the axis would be cut off; one with seconds is longer. */
const lastLabel = (step: number): number => (step < 60_000 ? 0.74 : 0.86);

/** Draws the labels of the axis, and the lines below them. Every time is in the words of the rows as well. */
export function renderRuler(axis: Axis, formats: Formats): TemplateResult {
  const {times, step} = findTicks(axis, formats.offset(axis.from));
  const ticks = times.map((time) => ({time, at: fraction(time, axis)}));
  return html`
    <div class="ruler" aria-hidden="true">
      <div class="scale">
        ${ticks
          .filter(({at}) => at <= lastLabel(step))
          .map(({time, at}) => html`<span ${barPosition({from: at, to: at})}>${formats.tick(time, step)}</span>`)}
      </div>
    </div>
    <div class="lines" aria-hidden="true">
      <div class="scale">${ticks.map(({at}) => html`<span ${barPosition({from: at, to: at})}></span>`)}</div>
    </div>
  `;
}
