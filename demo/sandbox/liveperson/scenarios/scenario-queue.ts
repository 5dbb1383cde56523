import {expose} from './offers.js';
import type {AnsweringScenario} from './scenario.js';

/** The scenarios of an account's next engagement requests, one per request; the last one stays. */
export class ScenarioQueue {
  /** Under which name they were chosen, if it was one name. */
  readonly name: string | undefined;
  #steps: readonly AnsweringScenario[];

  constructor(steps: readonly AnsweringScenario[] = [expose], name = steps.length === 1 ? steps[0]?.name : undefined) {
    this.#steps = steps;
    this.name = name;
  }

  /** Names of what is to come; the first is for the next request. */
  get steps(): readonly string[] {
    return this.#steps.map(({name}) => name);
  }

  next(): AnsweringScenario {
    const [current = expose, ...later] = this.#steps;
    if (later.length > 0) this.#steps = later;
    return current;
  }
}
