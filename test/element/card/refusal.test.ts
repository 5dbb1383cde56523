import {expect, fixture, html} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {mountClocked} from '../../support/element/clocked-element.js';
import {createStage, exposed, inConversation, type Stage} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {showSurface} from '../../support/element/surfaces.js';
import {openFramePage} from '../../support/pages/frame-page.js';
import {waitUntil} from '../../support/wait-until.js';

async function refuse(element: WebEngagementElement, name: 'snooze' | 'opt-out'): Promise<void> {
  part(element, 'more')!.click();
  await settle(element);
  part(element, name)!.click();
  await waitUntil(() => isRendered(element, 'note'), 'it says what follows');
}

async function mountRefused(name: 'snooze' | 'opt-out', stage: Stage = createStage(exposed)) {
  const element = await mountIn('expose', stage, {locale: 'en'});
  await refuse(element, name);
  return element;
}

describe('What follows from a refusal', () => {
  for (const [name, sentence] of [
    ['snooze', 'OK, we’ll ask again in an hour.'],
    ['opt-out', 'We will not invite you again.'],
  ] as const) {
    it(`is said visibly after ${name}, and can be taken back`, async () => {
      const stage = createStage(exposed);
      const element = await mountRefused(name, stage);
      expect(part(element, 'note')!.innerText).to.contain(sentence);
      const shown = record(element, 'engagement-show');
      part(element, 'undo')!.click();
      await waitUntil(() => element.state === 'expose' && isRendered(element, 'card'));
      expect([part(element, 'note'), shown.length, stage.starts()]).to.deep.equal([null, 1, 1]);
      await waitUntil(() => element.shadowRoot!.activeElement === part(element, 'accept'));
    });
  }

  for (const locale of ['en', 'ar', 'ja']) {
    it(`stands in one line with its way back where there is room, in ${locale}`, async () => {
      const page = await openFramePage({width: 1280, height: 800});
      const element = await showSurface(
        page,
        {
          name: 'note',
          fact: exposed,
          presses: ['more', 'opt-out'],
          shows: 'note',
        },
        {locale},
      );
      const [note, undo] = ['note', 'undo'].map((name) => part(element, name)!.getBoundingClientRect());
      expect(note!.height - undo!.height).to.be.below(undo!.height / 2);
      page.close();
    });
  }

  it('is announced once', async () => {
    const element = mountClocked(createStage(exposed), {locale: 'en'});
    await waitUntil(() => isRendered(element, 'card'));
    await refuse(element, 'snooze');
    const texts: string[] = [];
    const status = part(element, 'status')!;
    new MutationObserver(() => texts.push(status.textContent)).observe(status, {childList: true});
    await element.pass(1_000);
    await element.pass(10_000);
    element.requestUpdate();
    await element.updateComplete;
    await element.pass(1_000);
    expect(texts.filter(Boolean)).to.deep.equal(['OK, we’ll ask again in an hour.']);
    element.remove();
  });

  it('stays while the visitor is at it, and goes with what they do next on the page', async () => {
    const button = await fixture<HTMLButtonElement>(html`<button>Buy</button>`);
    const element = await mountRefused('opt-out');
    part(element, 'note')!.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'Tab', bubbles: true}));
    expect(isRendered(element, 'note')).to.be.true;
    button.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    expect(part(element, 'note')).to.equal(null);
    expect(element.state).to.equal('dismissed');
  });

  it('goes with the next key, and with Escape', async () => {
    const element = await mountRefused('snooze');
    document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', bubbles: true}));
    expect(part(element, 'note')).to.equal(null);
    const other = await mountRefused('snooze');
    part(other, 'undo')!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true}),
    );
    expect(part(other, 'note')).to.equal(null);
  });

  it('goes when there is something else to see, and with the element', async () => {
    const stage = createStage(exposed);
    const element = await mountRefused('snooze', stage);
    stage.say(inConversation);
    await settle(element);
    expect([part(element, 'note'), isRendered(element, 'card')]).to.deep.equal([null, true]);
    element.remove();
    const other = await mountRefused('snooze');
    other.remove();
    expect(part(other, 'note')).to.equal(null);
  });

  it('is accessible, with a way back that is large enough', async () => {
    const element = await mountRefused('opt-out');
    await expectAccessible(element);
    const {width, height} = part(element, 'undo')!.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(44);
  });
});
