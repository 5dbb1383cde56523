import {own} from '../check/own.js';
import {areSound} from './soundness.js';
import type {Visit} from './visit.js';

/** What the visitor has newly said and seen of offers. A fold that is undefined is one that was undone. */
export interface Wishes extends Pick<Visit, 'settled' | 'snoozedUntil' | 'optedOut' | 'shown'> {
  readonly folded?: Readonly<Record<string, number | undefined>> | undefined;
}

const shapes = {settled: {}, folded: {}, snoozedUntil: 'number', optedOut: 'boolean', shown: {}} as const;

type Facts<Fact> = Readonly<Record<string, Fact>>;

/** How many facts of a kind are kept. */
const longestMemory = 100;

/** What a change of a visit adds to the visitor's wishes; undefined if nothing. */
export function changedWishes(before: Visit, after: Visit): Wishes | undefined {
  const {snoozedUntil, optedOut} = after;
  const undone = Object.fromEntries(Object.keys(before.folded ?? {}).map((id) => [id, undefined]));
  const wishes: Wishes = {
    ...added('settled', before.settled, after.settled),
    ...added('shown', before.shown, after.shown),
    ...added('folded', before.folded, before.folded === after.folded ? undefined : {...undone, ...after.folded}),
    ...(snoozedUntil !== before.snoozedUntil && {snoozedUntil}),
    ...(optedOut !== before.optedOut && {optedOut}),
  };
  return Object.keys(wishes).length > 0 ? wishes : undefined;
}

function added<Name extends string, Fact>(
  name: Name,
  before: Facts<Fact> = {},
  after: Facts<Fact> = {},
): {readonly [key in Name]?: Facts<Fact>} {
  const news = Object.entries(after).filter(([id, fact]) => before[id] !== fact);
  return (news.length > 0 ? {[name]: Object.fromEntries(news)} : {}) as {[key in Name]?: Facts<Fact>};
}

/** The visit with the wishes of another tab; the same object if it has them already. */
export function withWishes(visit: Visit, {settled, shown, folded, ...others}: Wishes): Visit {
  const merged = own({
    ...visit,
    ...others,
    ...(settled && {settled: merge(visit.settled, settled)}),
    ...(shown && {shown: merge(visit.shown, shown)}),
    ...(folded && {folded: merge<number | undefined>(visit.folded, folded) as Visit['folded']}),
  });
  return changedWishes(visit, merged) ? merged : visit;
}

function merge<Fact>(facts: Facts<Fact> | undefined, news: Facts<Fact>): Facts<Fact> {
  const merged = Object.entries({...facts, ...news}).filter(([, fact]) => fact !== undefined);
  return Object.fromEntries(merged.slice(-longestMemory));
}

/** Reads what another tab has said; undefined when that is something else. */
export function toWishes(message: unknown): Wishes | undefined {
  return typeof message === 'object' && message && areSound(own(message), shapes) ? own(message) : undefined;
}
