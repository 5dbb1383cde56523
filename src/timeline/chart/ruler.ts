import {html, type TemplateResult} from 'lit';
import type {Formats} from '../sentences/formats.js';
import {findTicks, type Axis} from './axis.js';
import {barPosition} from './bar-position.js';
import {fraction} from './placement.js';

/** A label beyond this fraction of the axis would be cut off; one with seconds is longer. */
const lastLabel = (step: number): number => (step < 60_000 ? 0.74 : 0.86);

/** Draws the labels of an axis. Every time is in the words of the rows as well. */
export function renderRuler(axis: Axis, formats: Formats): TemplateResult {
  const {times, step} = findTicks(axis, formats.offset(axis.from));
  const ticks = times.map((time) => ({time, at: fraction(time, axis)})).filter(({at}) => at <= lastLabel(step));
  return html`<div class="ruler" aria-hidden="true">
    <div class="scale">
      ${ticks.map(({time, at}) => html`<span ${barPosition({from: at, to: at})}>${formats.tick(time, step)}</span>`)}
    </div>
  </div>`;
}

/** Draws the lines of an axis, from its top to its bottom. */
export function renderLines(axis: Axis, formats: Formats): TemplateResult {
  const places = findTicks(axis, formats.offset(axis.from)).times.map((time) => fraction(time, axis));
  return html`<div class="lines" aria-hidden="true">
    <div class="scale">${places.map((at) => html`<span ${barPosition({from: at, to: at})}></span>`)}</div>
  </div>`;
}
