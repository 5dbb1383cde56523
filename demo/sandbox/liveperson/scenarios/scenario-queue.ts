import {expose} from './offers.js';
import type {AnsweringScenario} from './scenario.js';

/** The scenarios of an account's next engagement requests, one per request. The last one stays. */
export class ScenarioQueue {
  /** The name by which the scenarios were chosen, unless several names were given. */
  readonly name: string | undefined;
  #steps: readonly AnsweringScenario[];

  constructor(steps: readonly AnsweringScenario[] = [expose], name = steps.length === 1 ? steps[0]?.name : undefined) {
    this.#steps = steps;
    this.name = name;
  }

  /** Names of the scenarios to come, the next one first. */
  get steps(): readonly string[] {
    return this.#steps.map(({name}) => name);
  }

  next(): AnsweringScenario {
    const [current = expose, ...later] = this.#steps;
    if (later.length > 0) this.#steps = later;
    return current;
  }
}
