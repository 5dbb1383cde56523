import type {Offer} from './offer.js';
import type {EngagementSource, OfferAct, SourceFact} from './source.js';
import type {EngagementState} from './state.js';

/** The sources of a session, as one. */
export class SourceSet {
  readonly #sources: readonly EngagementSource[];
  /** Messages received while no source ran. */
  readonly #early: unknown[] = [];
  #run: AbortSignal | undefined;

  constructor(sources: readonly EngagementSource[]) {
    this.#sources = sources;
  }

  /** Runs every source until `signal` aborts, and calls `learn` with the facts that matter to the session. */
  start(learn: (fact: SourceFact) => void, signal: AbortSignal, state: () => EngagementState): void {
    const asked = new Set(this.#sources.filter(({isListener}) => !isListener));
    for (const source of this.#sources) {
      const report = (fact: SourceFact): void => {
        if (signal.aborted) return;
        if (isAnswer(fact)) asked.delete(source);
        // Not unavailable as long as another source may still have an offer.
        if (fact.type === 'unavailable' && asked.size > 0 && state().name === 'connecting') return;
        learn(fact);
      };
      source.start(report, signal, state);
    }
    this.#run = signal;
    for (const message of this.#early.splice(0)) this.notify(message);
  }

  /** Reports the visitor's act to the source of the offer. */
  acknowledge(act: OfferAct, offer: Offer): void {
    const source = this.#sources.find(({name}) => name === offer.source);
    source?.acknowledge?.(act, offer);
  }

  async report(attributes: readonly unknown[]): Promise<void> {
    await Promise.all(this.#sources.map(async (source) => source.report?.(attributes)));
  }

  notify(message: unknown): void {
    if (!this.#run || this.#run.aborted) this.#early.push(message);
    else for (const source of this.#sources) source.notify?.(message);
  }
}

function isAnswer({type}: SourceFact): boolean {
  return ['expose', 'conversation', 'unavailable', 'fail'].includes(type);
}
