import type {Moment, Span} from '../../record/moment.js';
import type {Axis} from '../chart/axis.js';
import {hasFacts, type Entry, type Phase} from './entries.js';
import {stretchOf} from './shares.js';
import type {Formats} from '../sentences/formats.js';
import {place, type Bar, type Mark} from '../chart/placement.js';
import type {Sentences} from '../sentences/sentences.js';
import {isolate, readable, shorten, wordOf} from '../sentences/words.js';

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
  /** Whether there is more to know than the row says. */
  readonly hasMore: boolean;
}

/** Tells an entry in words, and draws it on a part of the axis. */
export function toRowView(entry: Entry, telling: Telling, shown: Axis): RowView {
  const {bars, marks} = place(entry, telling.axis, shown);
  return {
    entry,
    ...identify(entry, telling),
    when: tellWhen(entry, telling),
    length: tellLength(lengthOf(entry, telling), telling),
    notes: tellNotes(entry, telling),
    marks: marks.map((mark) => tellMark(mark, telling)),
    bars,
    hasMore: hasFacts(entry),
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

function tellWhen({phases}: Entry, {sentences, formats}: Telling): string {
  const {from, to} = phases.at(-1) ?? {};
  if (from && to)
    return from.ms !== undefined && from.ms === to.ms
      ? sentences.at(timeOf(from, formats))
      : tellRange(from, to, formats);
  if (from) return sentences.since(timeOf(from, formats));
  return to ? sentences.until(timeOf(to, formats)) : '';
}

/** A range that runs backwards, or whose times cannot be read, is none to the engine. */
function tellRange(from: Moment, to: Moment, formats: Formats): string {
  const isRange = from.ms !== undefined && to.ms !== undefined && from.ms < to.ms;
  return isRange ? formats.range(from.ms, to.ms) : `${timeOf(from, formats)} – ${timeOf(to, formats)}`;
}

/** A time that cannot be read is shown as the vendor wrote it. */
function timeOf({ms, text}: Moment, {time}: Formats): string {
  return ms === undefined ? isolate(text) : time(ms);
}

const tellLength = (length: number | undefined, {formats}: Telling): string => (length ? formats.length(length) : '');

/** In ms: what the vendor measured, before what follows from the times. */
function lengthOf({kind, part, phases}: Entry, {axis}: Telling): number | undefined {
  const measured = kind === 'engagement' || kind === 'leg' ? part.duration : undefined;
  return measured ? toMs(measured) : phaseLength(phases.at(-1), axis);
}

function phaseLength(phase: Phase | undefined, axis: Axis): number | undefined {
  const stretch = phase && stretchOf(phase, axis);
  return stretch && stretch[1] - stretch[0];
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
