import type {Transfer} from '../../record/engagement-record.js';
import type {Moment} from '../../record/moment.js';
import type {Entry} from '../rows/entries.js';
import type {Line} from '../rows/lines.js';
import type {Axis} from './axis.js';
import {fraction} from './placement.js';

/** What a line shows of a connector: from its middle down, from above to its middle, or past it. */
export interface Piece {
  readonly course: 'down' | 'up' | 'past';
  /** Fraction of the axis, from 0 to 1. */
  readonly at: number;
}

/** Longer than this, in lines, a connector has an end out of sight, and joins nothing for the eye. */
const longest = 40;

/**
 * Joins transfers to the lines of who handed on and of who took over, as far as these are close. Says what that shows in each
 * line from `from` up to `to`: a record may have more transfers than are ever looked at.
 */
export function connect(lines: readonly Line[], from: number, to: number): ReadonlyMap<number, readonly Piece[]> {
  const join = new Join();
  const end = Math.min(lines.length, to + 2 * longest);
  for (let index = Math.max(0, from - 2 * longest); index < end; index++) {
    const line = lines[index];
    if (line?.kind === 'group') join.finish();
    else if (line) join.add(index, line.key, line.axis);
  }
  join.finish();
  return join.pieces;
}

/** A transfer whose destination has not come yet, and may have been there before. */
interface Open {
  readonly index: number;
  readonly at: number;
  readonly earlier: number | undefined;
}

class Join {
  readonly pieces = new Map<number, Piece[]>();
  /** The last line of everybody so far, and until when they were there. */
  readonly #latest = new Map<string, {readonly index: number; readonly until: number}>();
  readonly #open = new Map<string, readonly Open[]>();

  /** Ends a group: each has an axis of its own, so nothing leads from one to the next. */
  finish(): void {
    for (const {index, at, earlier} of [...this.#open.values()].flat()) this.#draw(earlier, index, at);
    this.#latest.clear();
    this.#open.clear();
  }

  add(index: number, entry: Entry, axis: Axis): void {
    if (entry.kind === 'transfer') this.#addTransfer(index, entry.part, axis);
    const who = whoHas(entry);
    if (who === undefined) return;
    const open = this.#open.get(who) ?? [];
    const isNear = (transfer: Open): boolean => index - transfer.index <= longest;
    for (const transfer of open.filter(isNear)) this.#draw(index, transfer.index, transfer.at);
    if (open.length > 0)
      this.#open.set(
        who,
        open.filter((transfer) => !isNear(transfer)),
      );
    this.#latest.set(who, {index, until: entry.phases.at(-1)?.to?.ms ?? Infinity});
  }

  #addTransfer(index: number, {requestedAt, acceptedAt, fromAgentId, toAgentId, queue}: Transfer, axis: Axis): void {
    const from = agentKey(fromAgentId);
    this.#draw(from ? this.#latest.get(from)?.index : undefined, index, placeOf(requestedAt, axis));
    const to = agentKey(toAgentId) ?? queueKey(queue?.id);
    const taken = acceptedAt ?? requestedAt;
    const at = placeOf(taken, axis);
    if (!to || at === undefined) return;
    const known = this.#latest.get(to);
    const earlier = known && known.until > (taken?.ms ?? Infinity) ? known.index : undefined;
    this.#open.set(to, [...(this.#open.get(to) ?? []), {index, at, earlier}]);
  }

  #draw(one: number | undefined, other: number, at: number | undefined): void {
    if (one === undefined || at === undefined || Math.abs(one - other) > longest) return;
    const [from, to] = [Math.min(one, other), Math.max(one, other)];
    for (let index = from; index <= to; index++) {
      const course = index === from ? 'down' : index === to ? 'up' : 'past';
      const known = this.pieces.get(index);
      if (known) known.push({course, at});
      else this.pieces.set(index, [{course, at}]);
    }
  }
}

function whoHas({kind, part}: Entry): string | undefined {
  if (kind === 'leg') return agentKey(part.participantId);
  if (kind === 'participant') return agentKey(part.id);
  return kind === 'queue' ? queueKey(part.id) : undefined;
}

const agentKey = (id: string | undefined): string | undefined => (id ? `agent ${id}` : undefined);
const queueKey = (id: string | undefined): string | undefined => (id ? `queue ${id}` : undefined);

/** Nothing is drawn to what is not on the axis. */
function placeOf(moment: Moment | undefined, axis: Axis): number | undefined {
  const ms = moment?.ms;
  return ms === undefined || ms < axis.from || ms > axis.to ? undefined : fraction(ms, axis);
}
