import type {Span} from '../../record/moment.js';
import type {Axis} from '../chart/axis.js';
import type {Entry, Phase} from './entries.js';

/** How long an engagement was waiting, and in the hands of agents, as its parts tell. */
export interface Shares {
  readonly wait?: Span | undefined;
  readonly handling?: Span | undefined;
}

/** Only what is within the engagement counts, and what overlaps counts once. */
export function sharesOf(entries: readonly Entry[], axis: Axis): Shares {
  const legs = entries.filter(({kind}) => kind === 'leg');
  const agents = entries.filter(({kind, part}) => kind === 'participant' && part.role === 'agent');
  const waits = entries.filter(({kind}) => kind === 'engagement' || kind === 'queue');
  return {
    wait: covered(phasesOf(waits, 'wait'), axis),
    handling: covered(phasesOf(legs.length > 0 ? legs : agents, 'talk'), axis),
  };
}

/** Beginning and end of a phase, in ms since the epoch; one that goes on ends now. Nothing when one of them is unknown. */
export function stretchOf({from, to}: Phase, axis: Axis): readonly [from: number, to: number] | undefined {
  const end = to ? to.ms : axis.isRunning ? axis.to : undefined;
  return from?.ms === undefined || end === undefined || end < from.ms ? undefined : [from.ms, end];
}

function phasesOf(entries: readonly Entry[], wanted: Phase['kind']): Phase[] {
  return entries.flatMap(({phases}) => phases.filter(({kind}) => kind === wanted));
}

function covered(phases: readonly Phase[], axis: Axis): Span | undefined {
  const stretches = phases.flatMap((phase) => {
    const [from = 0, to = -1] = stretchOf(phase, axis) ?? [];
    const stretch = {from: Math.max(from, axis.from), to: Math.min(to, axis.to)};
    return stretch.from <= stretch.to ? stretch : [];
  });
  if (stretches.length === 0) return undefined;
  let sum = 0;
  let reached = axis.from;
  for (const {from, to} of stretches.sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return {seconds: sum / 1000, basis: 'derived'};
}
