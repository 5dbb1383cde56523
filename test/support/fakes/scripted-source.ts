import type {Offer} from '../../../src/engagement/offer.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../../src/engagement/source.js';

/** A source that reports what the test tells it to, and remembers what the session did with it. */
export interface ScriptedSource extends EngagementSource {
  /** Reports a fact to the run that is under way. */
  say(fact: SourceFact): void;
  readonly starts: readonly AbortSignal[];
  readonly acts: readonly (readonly [act: OfferAct, offerId: string])[];
  readonly reports: readonly (readonly unknown[])[];
}

export function createScriptedSource(name = 'scripted'): ScriptedSource {
  const starts: AbortSignal[] = [];
  const acts: [OfferAct, string][] = [];
  const reports: (readonly unknown[])[] = [];
  let say: (fact: SourceFact) => void = () => undefined;
  return {
    name,
    starts,
    acts,
    reports,
    say: (fact) => say(fact),
    start: (report, signal) => {
      say = report;
      starts.push(signal);
    },
    acknowledge: (act, {id}) => acts.push([act, id]),
    report: (attributes) => Promise.resolve(void reports.push(attributes)),
  };
}

export const createOffer = (id: string, source = 'scripted'): Offer => ({id, source});
