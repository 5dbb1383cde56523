import {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {createTestClock} from '../fakes/test-clock.js';
import type {Stage} from './element-session.js';

/** An element whose time stands still until a test moves it. */
export class ClockedElement extends WebEngagementElement {
  /** Moves the time by so many ms, and lets happen what follows from it. */
  readonly pass: (duration: number) => Promise<void>;

  constructor() {
    const {sleep, pass} = createTestClock();
    super({sleep});
    this.pass = pass;
  }
}
customElements.define('clocked-engagement', ClockedElement);

/** Puts such an element over a stage on the page. It is removed by the test. */
export function mountClocked(stage: Stage, properties: Partial<ClockedElement> = {}): ClockedElement {
  const element = new ClockedElement();
  Object.assign(element, {session: stage.session}, properties);
  document.body.append(element);
  return element;
}
