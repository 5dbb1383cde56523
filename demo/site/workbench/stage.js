import {command, readOffer, whenState} from '../component.js';
import {choose} from '../dom/choose.js';
import {byId} from '../dom/markup.js';
import {chooseScenario} from '../sandbox-client.js';

/** @import {RetryClock} from './retry-clock.js' */

/** States in which the component does not ask again, or does not show the answer. */
const settledStates = ['accepted', 'dismissed', 'failed'];

/** Sets the scene: chooses what the platform answers, and makes the component ask. */
export class Stage {
  /** The component's state. */
  state = 'idle';
  #clock;
  #mark;

  /**
   * @param {RetryClock} clock
   * @param {(scenario: string) => void} mark marks a scenario as chosen
   */
  constructor(clock, mark) {
    this.#clock = clock;
    this.#mark = mark;
  }

  /**
   * Shows a notice to the reader.
   *
   * @param {string} text
   */
  notify(text) {
    byId('notice').textContent = text;
  }

  /**
   * Makes LivePerson answer with a scenario from now on, and the component ask.
   *
   * @param {string} scenario
   * @param {string[]} remarks sentences for the reader
   * @param {boolean} isNewVisitor whether to forget the visitor, because the page would not show the answer otherwise
   */
  async play(scenario, remarks, isNewVisitor = false) {
    this.#mark(scenario);
    liftDenial();
    await chooseScenario(scenario);
    const resets = isNewVisitor || this.#isHoldingBack;
    this.notify([...remarks, ...(resets ? ['This is a new visitor.'] : [])].join(' '));
    if (resets) await command('reset');
    await command('refresh');
  }

  /** Removes LivePerson's offer, so that the page can show an agent's invitation. */
  async makeRoom() {
    const offer = await readOffer();
    const hasNoneInTheWay =
      !offer || this.state === 'dismissed' || (this.state === 'expose' && offer.source === 'genesys');
    if (hasNoneInTheWay && !isDenied()) return;
    await this.#offerNothing();
    if (this.#isHoldingBack) await command('reset');
    this.notify('LivePerson has nothing to offer from now on, so that the agent’s invitation can be shown.');
    const hasRoom = whenState('unavailable');
    await command('refresh');
    await hasRoom;
  }

  /** Removes LivePerson's offer, so that the page can show a hand-off. */
  async makeRoomForHandoff() {
    await this.#offerNothing();
    // Without a reset, the component would reuse LivePerson's last answer for a while.
    await command('reset');
    this.notify('LivePerson has nothing to offer this new visitor, so that the hand-off can be shown.');
  }

  async #offerNothing() {
    await chooseScenario('unavailable');
    this.#mark('unavailable');
    liftDenial();
  }

  /** Whether the component would not ask for this visitor, or not show the answer. */
  get #isHoldingBack() {
    return this.#clock.isRunning || settledStates.includes(this.state);
  }
}

/** Whether the visitor refuses, so that the component asks nothing and shows nothing. */
function isDenied() {
  return tagSettings.read()['consent'] === 'denied';
}

function liftDenial() {
  if (isDenied()) choose('[name=consent]', '');
}
