import type {Moment, Span} from '../record/moment.js';
import type {Axis} from './axis.js';
import type {Entry, Phase} from './entries.js';
import type {Formats} from './sentences/formats.js';
import {place, type Bar, type Mark} from './placement.js';
import type {Sentences} from './sentences/sentences.js';
import {isolate, readable, shorten, wordOf} from './sentences/words.js';

/** What a row needs to be told in words. */
export interface Telling {
  readonly sentences: Sentences;
  readonly formats: Formats;
  readonly axis: Axis;
  readonly nameOf: (id: string | undefined) => string | undefined;
}

/** What an entry looks like: an icon and a colour, which its words say as well. */
export type Look = 'engagement' | 'customer' | 'agent' | 'automation' | 'other' | 'queue' | 'transfer';

/** One row, ready to be drawn. */
export interface RowView {
  readonly entry: Entry;
  readonly look: Look;
  readonly who: string;
  readonly what: string;
  readonly when: string;
  /** How long it took; empty when that is not known. */
  readonly length: string;
  readonly notes: readonly string[];
  readonly marks: readonly string[];
  readonly bars: readonly Bar[];
}

export function toRowView(entry: Entry, telling: Telling): RowView {
  const {bars, marks} = place(entry, telling.axis);
  return {
    entry,
    ...identify(entry, telling),
    when: tellWhen(entry, telling),
    length: tellLength(lengthOf(entry, telling), telling),
    notes: tellNotes(entry, telling),
    marks: marks.map((mark) => tellMark(mark, telling)),
    bars,
  };
}

/** Who or what an entry is. */
export function identify(
  entry: Entry,
  {sentences, formats, nameOf}: Pick<Telling, 'sentences' | 'formats' | 'nameOf'>,
): Pick<RowView, 'look' | 'who' | 'what'> {
  const {role, transfer} = sentences;
  const agent = (id: string | undefined, name = nameOf(id)): string =>
    name ?? (id ? `${role.agent} ${isolate(shorten(id))}` : role.agent);
  switch (entry.kind) {
    case 'engagement':
      return {look: 'engagement', who: sentences.whole, what: ''};
    case 'participant': {
      const {id, name, role: of} = entry.part;
      const word = wordOf(role, of);
      return {look: lookOf(of), who: name ?? word, what: name ? word : shorten(id ?? '')};
    }
    case 'leg':
      return {look: 'agent', who: agent(entry.part.participantId), what: sentences.leg(formats.number(entry.number))};
    case 'queue':
      return {look: 'queue', who: entry.part.name ?? shorten(entry.part.id ?? sentences.queue), what: sentences.queue};
    case 'transfer': {
      const {to, toAgentId, toAgentName, queue} = entry.part;
      const isToAgent = toAgentName ?? toAgentId;
      const who = isToAgent ? agent(toAgentId, toAgentName) : (queue?.name ?? shorten(queue?.id ?? ''));
      return {look: 'transfer', who: who || wordOf(transfer, to), what: wordOf(transfer, to)};
    }
  }
}

function lookOf(role: string): Look {
  return role === 'customer' || role === 'agent' || role === 'automation' ? role : 'other';
}

function tellWhen(entry: Entry, {sentences, formats}: Telling): string {
  const main = entry.phases.at(-1);
  const from = timeOf(main?.from, formats);
  const to = timeOf(main?.to, formats, main?.from?.ms);
  if (from && to) return main?.from?.ms === main?.to?.ms ? sentences.at(from) : sentences.range(from, to);
  if (from) return sentences.since(from);
  return to ? sentences.until(to) : '';
}

/** A time that cannot be read is shown as the vendor wrote it. */
function timeOf(moment: Moment | undefined, {time}: Formats, beside?: number): string | undefined {
  return moment && (moment.ms === undefined ? isolate(moment.text) : time(moment.ms, beside));
}

const tellLength = (length: number | undefined, {formats}: Telling): string => (length ? formats.length(length) : '');

/** In ms: what the vendor measured, before what follows from the times. */
function lengthOf({kind, part, phases}: Entry, {axis}: Telling): number | undefined {
  const measured = kind === 'engagement' || kind === 'leg' ? part.duration : undefined;
  return measured ? toMs(measured) : phaseLength(phases.at(-1), axis);
}

function phaseLength(phase: Phase | undefined, axis: Axis): number | undefined {
  const end = phase?.to ? phase.to.ms : axis.isRunning ? axis.to : undefined;
  if (phase?.from?.ms === undefined || end === undefined || end < phase.from.ms) return undefined;
  return end - phase.from.ms;
}

const toMs = ({seconds}: Span): number => seconds * 1000;

function tellNotes(entry: Entry, {sentences, formats, axis}: Telling): string[] {
  const [first, second] = entry.phases;
  const waited = first?.kind === 'wait' && second ? phaseLength(first, axis) : undefined;
  const told = waited ? [sentences.waited(formats.length(waited))] : [];
  if (entry.kind === 'queue' && !entry.part.acceptedAt && !axis.isRunning) told.push(sentences.notAnswered);
  if (entry.kind === 'leg') {
    const {channel, endReason} = entry.part;
    if (channel) told.unshift(isolate(readable(channel)));
    if (endReason) told.push(sentences.endReason(isolate(readable(endReason))));
  }
  if (entry.kind === 'transfer' && entry.part.description) told.push(isolate(entry.part.description));
  return told;
}

function tellMark(mark: Mark, {sentences, formats}: Telling): string {
  return 'by' in mark ? sentences.mark[mark.kind](formats.length(mark.by)) : sentences.mark[mark.kind];
}
