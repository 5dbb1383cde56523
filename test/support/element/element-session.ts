import type {Offer} from '../../../src/engagement/offer.js';
import type {EngagementSession} from '../../../src/engagement/session.js';
import {createEngagementSession} from '../../../src/engagement/session-engine.js';
import type {OfferAct, SourceFact} from '../../../src/engagement/source.js';
import {createMemoryVisits} from '../fakes/memory-visits.js';

export const offer: Offer = {
  id: 'offer-1',
  source: 'stage',
  campaignId: 'campaign-1',
  engagementId: 'engagement-1',
  visitorId: 'visitor-1',
};

export const exposed: SourceFact = {type: 'expose', offer};
export const inConversation: SourceFact = {
  type: 'conversation',
  offer: {...offer, id: 'conversation-1', conversationId: 'conversation-1'},
};

/** A real session over a source that says what a test tells it to say. */
export interface Stage {
  readonly session: EngagementSession;
  /** What the source was told of the visitor, in order. */
  readonly acts: OfferAct[];
  /** What was sent with `report()`. */
  readonly reports: (readonly unknown[])[];
  /** How often the source was started. */
  readonly starts: () => number;
  readonly isRunning: () => boolean;
  /** Reports a fact; before the source is started, it waits for it. */
  readonly say: (fact: SourceFact) => void;
}

/** Makes a stage whose source reports `facts` at every start. */
export function createStage(...facts: SourceFact[]): Stage {
  const acts: OfferAct[] = [];
  const reports: (readonly unknown[])[] = [];
  let starts = 0;
  let running: AbortSignal | undefined;
  let say: (fact: SourceFact) => void = (fact) => facts.push(fact);
  const session = createEngagementSession({
    visits: createMemoryVisits(),
    sources: [
      {
        name: offer.source,
        start(report, signal) {
          starts++;
          running = signal;
          say = report;
          for (const fact of facts) report(fact);
        },
        acknowledge: (act) => acts.push(act),
        report: (attributes) => {
          reports.push(attributes);
          return Promise.resolve();
        },
      },
    ],
  });
  return {
    session,
    acts,
    reports,
    starts: () => starts,
    isRunning: () => running?.aborted === false,
    say: (fact) => say(fact),
  };
}
