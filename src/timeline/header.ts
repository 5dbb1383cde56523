import {html, nothing, type TemplateResult} from 'lit';
import type {EngagementRecord} from '../record/engagement-record.js';
import type {Axis} from './chart/axis.js';
import {icons} from './icons.js';
import type {Entry} from './rows/entries.js';
import {headFacts} from './rows/facts.js';
import {renderFacts, renderIcon} from './rows/row.js';
import {identify, type Telling} from './rows/row-view.js';
import {sharesOf} from './rows/shares.js';
import {readable, wordOf} from './sentences/words.js';

type Names = Omit<Telling, 'axis'>;

/** Draws what concerns the whole engagement. */
export function renderHead(
  record: EngagementRecord,
  {axis, entries}: {readonly axis: Axis | undefined; readonly entries: readonly Entry[]},
  headingLevel: number,
  names: Names,
): TemplateResult {
  const {sentences, formats} = names;
  const {status, updatedAt} = record;
  const level = /^[1-6]$/.test(String(headingLevel)) ? headingLevel : undefined;
  const facts = headFacts(record, axis ? sharesOf(entries, axis) : {}, names);
  return html`
    <header class="head">
      <div id="title" part="title" role=${level ? 'heading' : nothing} aria-level=${level ?? nothing}>
        ${axis ? sentences.heading(formats.date(axis.from)) : sentences.headingWithoutDate}
      </div>
      ${status && html`<span class="status ${status === 'active' ? 'running' : ''}" part="status">${wordOf(sentences.status, status)}</span>`}
      ${updatedAt?.ms !== undefined ? html`<span class="as-of">${sentences.asOf(formats.moment(updatedAt.ms))}</span>` : nothing}
    </header>
    ${facts.length > 0 ? renderFacts(facts) : nothing}
  `;
}

/** Says how many entries have times that do not fit. */
export function renderHint(marked: number, {sentences, formats}: Names): unknown {
  if (marked === 0) return nothing;
  return html`<p class="hint">${renderIcon(icons.mark)} ${sentences.marked(formats.number(marked))}</p>`;
}

/** Draws what is in the record but has no place on the axis. */
export function renderUntimed(record: EngagementRecord, entries: readonly Entry[], names: Names): unknown {
  const {sentences, formats} = names;
  // Who had a leg is on the axis already.
  const inLegs = new Set(record.legs.map(({participantId}) => participantId));
  const isTold = ({kind, part}: Entry): boolean => kind === 'participant' && inLegs.has(part.id);
  const parts = entries.filter((entry) => !isTold(entry)).map((entry) => identify(entry, names));
  const recordings = record.recordings.map(({kind}, index) => ({
    look: 'recording' as const,
    who: sentences.recording(formats.number(index + 1)),
    what: readable(kind),
  }));
  const shown = [...parts, ...recordings];
  if (shown.length === 0) return nothing;
  return html`
    <div class="untimed" part="untimed">
      <div id="untimed" class="caption">${sentences.withoutTime}</div>
      <ul role="list" aria-labelledby="untimed">
        ${shown.map(
          ({look, who, what}) =>
            html`<li class=${look}>${renderIcon(icons[look], 'icon')} <span><bdi class="who">${who}</bdi> ${what && html`<span class="what">${what}</span>`}</span></li>`,
        )}
      </ul>
    </div>
  `;
}
