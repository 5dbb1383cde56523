import type {ConditionName} from '../measures/conditions.js';
import {median} from '../measures/median.js';
import type {Measure} from '../measures/sample.js';
import type {Samples} from '../measures/sampling.js';

/** Reads the medians of a run. */
export class Figures {
  readonly #samples: Samples;

  constructor(samples: Samples) {
    this.#samples = samples;
  }

  /** `NaN` when the page has nothing of this kind. */
  of(page: string, measure: Measure, condition: ConditionName = 'fast'): number {
    return median((this.#samples[condition][page] ?? []).flatMap((sample) => sample[measure] ?? []));
  }

  /** How many times more than on another page of the run. */
  ratio(page: string, other: string, measure: Measure, condition: ConditionName = 'fast'): number {
    return this.of(page, measure, condition) / this.of(other, measure, condition);
  }

  /** What comes on top of the empty page. */
  added(page: string, measure: Measure, condition: ConditionName = 'fast'): number {
    return this.of(page, measure, condition) - this.of('empty', measure, condition);
  }
}
