import type {EngagementSource, SourceFact} from '../source.js';
import {attempt} from '../sources/attempt.js';
import {checkFact} from '../sources/fact-check.js';
import {offerOf} from '../state.js';
import {TriggerWatch} from './trigger-watch.js';
import type {Triggers} from './trigger.js';

type Start = EngagementSource['start'];
type Invitation = Extract<SourceFact, {type: 'expose'}>;

/** Holds the invitations of a source back until their moment has come. One that can be seen stays. */
export function createTriggeredSource(source: EngagementSource, triggers: Triggers): EngagementSource {
  return {
    name: source.name,
    start: (...run) => new HeldRun(source, triggers, run).begin(),
    acknowledge: (act, offer) => source.acknowledge?.(act, offer),
    notify: (message) => source.notify?.(message),
  };
}

/** One run of a source, which is started anew on every page of an app. */
class HeldRun {
  readonly #source: EngagementSource;
  readonly #run: Parameters<Start>;
  readonly #watch: TriggerWatch;
  #held: Invitation | undefined;
  #asking: AbortController | undefined;

  constructor(source: EngagementSource, triggers: Triggers, run: Parameters<Start>) {
    this.#source = source;
    this.#run = run;
    const listener = {onChange: () => this.#release(), onRoute: () => this.#askAgain()};
    this.#watch = new TriggerWatch(triggers, listener, run[1]);
  }

  begin(): void {
    this.#watch.start();
    this.#ask();
  }

  #ask(): void {
    const [, signal, state, stay] = this.#run;
    this.#asking?.abort();
    this.#asking = new AbortController();
    const asking = AbortSignal.any([signal, this.#asking.signal]);
    const learn = (fact: SourceFact): void => (asking.aborted ? undefined : this.#learn(fact));
    attempt(
      this.#source.name,
      () => this.#source.start(learn, asking, state, stay),
      (error) => learn({type: 'fail', error}),
    );
  }

  #learn(fact: SourceFact): void {
    const [report] = this.#run;
    // The session tells what is wrong with it.
    if (checkFact(this.#source.name, fact)) return report(fact);
    const reason = fact.type === 'expose' && !this.#isVisible(fact.offer.id) ? this.#watch.missing : undefined;
    if (fact.type === 'expose' && reason) {
      this.#held = fact;
      return report({type: 'hold', source: this.#source.name, reason});
    }
    const isOver = ['expose', 'conversation', 'unavailable', 'stranger'].includes(fact.type);
    if (isOver || (fact.type === 'withdraw' && fact.offerId === this.#held?.offer.id)) this.#held = undefined;
    report(fact);
  }

  #release(): void {
    const held = this.#held;
    if (!held || this.#watch.missing) return;
    this.#held = undefined;
    this.#run[0](held);
  }

  /** An invitation belongs to the pages that it is for. */
  #askAgain(): void {
    const [report, , state] = this.#run;
    const {name, offer} = {offer: offerOf(state()), name: state().name};
    this.#held = undefined;
    if (this.#watch.missing === 'showOnUrl' && name === 'expose' && offer?.source === this.#source.name) {
      report({type: 'withdraw', offerId: offer.id});
    }
    this.#ask();
  }

  #isVisible(offerId: string): boolean {
    const state = this.#run[2]();
    return state.name === 'expose' && state.offer.id === offerId;
  }
}
