// How a fact of the session reaches the state, the page and the view.
import {expect} from '@open-wc/testing';
import type {PropertyValues} from 'lit';
import {WebEngagementElement} from '../../src/element/web-engagement.js';
import {createStage, exposed, offer} from '../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../support/element/mount.js';
import {waitUntil} from '../support/wait-until.js';

/** An element that counts how often it is updated. */
class CountedElement extends WebEngagementElement {
  updates = 0;

  protected override update(changed: PropertyValues<this>): void {
    this.updates++;
    super.update(changed);
  }
}
customElements.define('counted-engagement', CountedElement);

/** Counts how often the custom states of the elements made meanwhile are written. */
function countStateWrites(): {writes: () => number; stop: () => void} {
  const {prototype} = CustomStateSet;
  const clear = Object.getOwnPropertyDescriptor(prototype, 'clear')!;
  let writes = 0;
  prototype.clear = function (this: CustomStateSet) {
    writes++;
    (clear.value as () => void).call(this);
  };
  return {writes: () => writes, stop: () => Object.defineProperty(prototype, 'clear', clear)};
}

describe('A fact of the session', () => {
  it('that brings an offer renders the card in one update, and writes the custom states once for the state and once for the view', async () => {
    const stage = createStage();
    const element = new CountedElement();
    element.session = stage.session;
    document.body.append(element);
    await waitUntil(() => element.state === 'connecting');
    await element.updateComplete;
    element.updates = 0;
    const {writes, stop} = countStateWrites();
    stage.say(exposed);
    await waitUntil(() => isRendered(element, 'card'));
    await waitUntil(() => stage.acts.includes('shown'));
    stop();
    expect([element.updates, writes()]).to.deep.equal([1, 2]);
    element.remove();
  });

  it('reaches the state first, then the page, then the view', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const order: string[] = [];
    const note = ({type}: Event): void => {
      order.push(`${type} ${element.state} ${String(element.matches(':state(expose)'))}`);
    };
    element.addEventListener('engagement-statechange', note);
    element.addEventListener('engagement-show', note);
    stage.say(exposed);
    await waitUntil(() => order.length > 1);
    expect(order).to.deep.equal(['engagement-statechange expose true', 'engagement-show expose true']);
  });

  it('stops at no listener of the page that throws, and reports what it threw', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    const reported: unknown[] = [];
    const {onerror} = window;
    window.onerror = (_message, _file, _line, _column, error) => {
      reported.push(error);
      return true;
    };
    const mistake = new Error('The page made a mistake');
    element.addEventListener('engagement-statechange', () => {
      throw mistake;
    });
    stage.say(exposed);
    window.onerror = onerror;
    await waitUntil(() => isRendered(element, 'card'));
    expect(reported).to.deep.equal([mistake]);
  });

  it('goes on though the page lets no event of the element through', async () => {
    const asked: number[] = [];
    const stage = createStage({type: 'expose', offer: {...offer, peopleAhead: 2}});
    const names = ['engagement-show', 'engagement-shown', 'engagement-hidden', 'engagement-statechange'];
    const stop = (event: Event): void => event.stopImmediatePropagation();
    for (const name of names) window.addEventListener(name, stop, {capture: true});
    const waitTime = (): Promise<number> => Promise.resolve(asked.push(asked.length) * 60);
    const element = await mountIn('expose', stage, {waitTime});
    await waitUntil(() => isRendered(element, 'wait'));
    await waitUntil(() => stage.acts.includes('shown'));
    element.dismiss();
    await settle(element);
    for (const name of names) window.removeEventListener(name, stop, {capture: true});
    expect([asked.length, element.state, part(element, 'card')]).to.deep.equal([1, 'dismissed', null]);
  });
});
