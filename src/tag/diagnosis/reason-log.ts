import type {EngagementFact} from '../../engagement/state.js';
import {describeReason} from './describe-diagnosis.js';
import {findReasons} from './find-reasons.js';
import {readStoredVisit, type Situation} from './situation.js';

/** Writes what happens to a tag, and the reasons for what can be seen of it as they arise, without ids. */
export class ReasonLog {
  /** The reasons that were written last. */
  #known = '';
  #writing = Promise.resolve();

  /** @param fact what has happened; undefined when only what can be seen may have changed */
  write(situation: Situation, fact?: EngagementFact): void {
    this.#writing = this.#writing.then(() => this.#write(situation, fact));
  }

  async #write(situation: Situation, fact: EngagementFact | undefined): Promise<void> {
    const {name} = situation.state;
    const why = findReasons(situation, await readStoredVisit(situation))
      .map(describeReason)
      .join('; ');
    const isNews = why !== this.#known;
    this.#known = why;
    if (fact) console.debug(`<web-engagement>: ${fact.type} → ${name}${problemOf(fact)}${isNews ? `; ${why}` : ''}`);
    else if (isNews) console.debug(`<web-engagement>: ${name}; ${why}`);
  }
}

/** The message of an error names no ids. */
function problemOf(fact: EngagementFact): string {
  const error = 'error' in fact ? fact.error : 'cause' in fact ? fact.cause : undefined;
  const reason = error?.message ?? ('reason' in fact ? fact.reason : undefined);
  return reason ? ` (${reason})` : '';
}
