import type {Trigger, Triggers, TriggerSettings} from './trigger.js';

export interface TriggerListener {
  /** Called when something has come or gone by. */
  readonly onChange: () => void;
  /** Called where an app shows another page. */
  readonly onRoute: () => void;
}

/** Follows the triggers of a page: all conditions have to hold, and of the moments one has to have come. */
export class TriggerWatch {
  readonly #triggers: Triggers;
  readonly #listener: TriggerListener;
  readonly #signal: AbortSignal;
  readonly #met = new Set<Trigger>();
  #moments = new AbortController();

  constructor(triggers: Triggers, listener: TriggerListener, signal: AbortSignal) {
    this.#triggers = triggers;
    this.#listener = listener;
    this.#signal = signal;
  }

  /** The setting that an invitation waits for. */
  get missing(): keyof TriggerSettings | undefined {
    const {conditions, moments} = this.#triggers;
    const unmet = conditions.find((trigger) => !this.#met.has(trigger));
    const hasMoment = moments.length === 0 || moments.some((trigger) => this.#met.has(trigger));
    return (unmet ?? (hasMoment ? undefined : moments[0]))?.name;
  }

  start(): void {
    this.#startMoments();
    for (const trigger of this.#triggers.conditions) {
      trigger.start((isMet, isNewRoute) => {
        this.#note(trigger, isMet);
        if (!isNewRoute) return this.#listener.onChange();
        // What the visitor did on the page before does not count on this one.
        this.#startMoments();
        this.#listener.onRoute();
      }, this.#signal);
    }
  }

  #startMoments(): void {
    this.#moments.abort();
    this.#moments = new AbortController();
    const signal = AbortSignal.any([this.#signal, this.#moments.signal]);
    for (const trigger of this.#triggers.moments) {
      this.#met.delete(trigger);
      trigger.start((isMet) => {
        this.#note(trigger, isMet);
        this.#listener.onChange();
      }, signal);
    }
  }

  #note(trigger: Trigger, isMet: boolean): void {
    if (isMet) this.#met.add(trigger);
    else this.#met.delete(trigger);
  }
}
