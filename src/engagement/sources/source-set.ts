import {attempt} from './attempt.js';
import {checkFact} from './fact-check.js';
import {checkSources} from './source-check.js';
import type {Offer} from '../offer.js';
import type {EngagementSource, OfferAct, SourceFact} from '../source.js';
import type {EngagementState} from '../state.js';

/** The sources of a session, as one. */
export class SourceSet {
  readonly #sources: readonly EngagementSource[];
  /** Messages received while no source ran. */
  readonly #early: unknown[] = [];
  #run: AbortSignal | undefined;
  /** Tells the session of a source that has thrown. */
  #tell: (fact: SourceFact) => void = () => undefined;
  /** Aborts when the visitor leaves or logs out, and not when the session asks again. */
  #stay = new AbortController();

  /** @throws ConfigurationError when one is not a source */
  constructor(sources: readonly EngagementSource[]) {
    checkSources(sources);
    this.#sources = sources;
  }

  /** Runs every source until `signal` aborts, and calls `learn` with the facts that matter to the session. */
  start(learn: (fact: SourceFact) => void, signal: AbortSignal, state: () => EngagementState): void {
    if (this.#stay.signal.aborted) this.#stay = new AbortController();
    this.#tell = learn;
    const asked = new Set(this.#sources.filter(({isListener}) => !isListener));
    for (const source of this.#sources) {
      const report = (fact: SourceFact): void => {
        if (signal.aborted) return;
        const error = checkFact(source.name, fact);
        if (error) return report({type: state().name === 'connecting' ? 'fail' : 'trouble', error});
        if (isAnswer(fact)) asked.delete(source);
        // Not unavailable as long as another source may still have an offer.
        if (fact.type === 'unavailable' && asked.size > 0 && state().name === 'connecting') return;
        learn(fact);
      };
      attempt(
        source.name,
        () => source.start(report, signal, state, this.#stay.signal),
        (error) => report({type: 'fail', error}),
      );
    }
    this.#run = signal;
    for (const message of this.#early.splice(0)) this.notify(message);
  }

  /** The visitor leaves or logs out. */
  leave(): void {
    this.#stay.abort();
  }

  /** Reports the visitor's act to the source of the offer. */
  acknowledge(act: OfferAct, offer: Offer): void {
    const source = this.#sources.find(({name}) => name === offer.source);
    if (source) this.#use(source, () => source.acknowledge?.(act, offer));
  }

  async report(attributes: readonly unknown[]): Promise<void> {
    await Promise.all(this.#sources.map(async (source) => source.report?.(attributes)));
  }

  notify(message: unknown): void {
    if (!this.#run || this.#run.aborted) this.#early.push(message);
    else for (const source of this.#sources) this.#use(source, () => source.notify?.(message));
  }

  #use({name}: EngagementSource, act: () => unknown): void {
    attempt(name, act, (error) => this.#tell({type: 'trouble', error}));
  }
}

function isAnswer({type}: SourceFact): boolean {
  return ['expose', 'conversation', 'unavailable', 'hold', 'fail'].includes(type);
}
