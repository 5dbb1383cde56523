import {command, readOffer, whenState} from '../component.js';
import {byId} from '../dom/markup.js';
import {chooseScenario} from '../sandbox-client.js';

/** @import {LadderClock} from './retry-clock.js' */

const settledStates = ['accepted', 'dismissed', 'failed'];

/** Has the platform answer as the reader chooses, and sees to it that the component asks. */
export class Stage {
  /** What the component's state is. */
  state = 'idle';
  #clock;
  #mark;

  /**
   * @param {LadderClock} clock
   * @param {(scenario: string) => void} mark shows which scenario is chosen
   */
  constructor(clock, mark) {
    this.#clock = clock;
    this.#mark = mark;
  }

  /** @param {string} text */
  notify(text) {
    byId('notice').textContent = text;
  }

  /**
   * Has LivePerson answer like this from now on, and the component ask.
   *
   * @param {string} scenario
   * @param {string[]} remarks
   * @param {boolean} anew whether what is on the page would hide the answer
   */
  async play(scenario, remarks, anew = false) {
    this.#mark(scenario);
    await chooseScenario(scenario);
    const isAnother = anew || this.#isHoldingBack;
    this.notify([...remarks, ...(isAnother ? ['This is a new visitor.'] : [])].join(' '));
    if (isAnother) await command('reset');
    await command('refresh');
  }

  /** Takes away what would keep an agent's invitation from being shown, which is what the other platform offers. */
  async makeRoom() {
    const offer = await readOffer();
    if (!offer || this.state === 'dismissed' || (this.state === 'expose' && offer.source === 'genesys')) return;
    await this.#offerNothing();
    if (this.#isHoldingBack) await command('reset');
    this.notify('LivePerson has nothing to offer from now on, so that the agent’s invitation can be shown.');
    const hasRoom = whenState('unavailable');
    await command('refresh');
    await hasRoom;
  }

  /** Makes the visitor unknown to LivePerson, which then offers nothing. */
  async clearAway() {
    await this.#offerNothing();
    // What LivePerson answered before would hold for a while.
    await command('reset');
    this.notify('LivePerson has nothing to offer this new visitor, so that the hand-off can be shown.');
  }

  async #offerNothing() {
    await chooseScenario('unavailable');
    this.#mark('unavailable');
  }

  /** Whether the component holds back for this visitor: it would not ask, or not show what it gets. */
  get #isHoldingBack() {
    return this.#clock.isRunning || settledStates.includes(this.state);
  }
}
