import {expect} from '@open-wc/testing';
import {createStage, exposed, inConversation} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

describe('The further options of an invitation', () => {
  it('are shown and taken away by their button, with the focus', async () => {
    const element = await mountIn('expose', createStage(exposed));
    expect(part(element, 'options')).to.equal(null);
    part(element, 'more')!.click();
    await settle(element);
    await waitUntil(() => element.shadowRoot!.activeElement === part(element, 'snooze'));
    expect(part(element, 'more')!.getAttribute('aria-expanded')).to.equal('true');
    part(element, 'more')!.click();
    await settle(element);
    expect(part(element, 'options')).to.equal(null);
    await waitUntil(() => element.shadowRoot!.activeElement === part(element, 'more'));
    expect(part(element, 'more')!.getAttribute('aria-expanded')).to.equal('false');
  });

  it('are left by Escape, which keeps the invitation', async () => {
    const element = await mountIn('expose', createStage(exposed));
    part(element, 'more')!.click();
    await settle(element);
    part(element, 'snooze')!.dispatchEvent(
      new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, cancelable: true}),
    );
    await settle(element);
    expect([part(element, 'options'), isRendered(element, 'card'), element.state]).to.deep.equal([
      null,
      true,
      'expose',
    ]);
  });

  for (const [name, words] of [
    ['snooze', 'OK, we’ll ask again in an hour.'],
    ['opt-out', 'We will not invite you again.'],
  ] as const) {
    it(`take the invitation away by ${name}, and say what follows`, async () => {
      const stage = createStage(exposed);
      const element = await mountIn('expose', stage, {locale: 'en'});
      const heard = record(element, 'engagement-dismiss');
      part(element, 'more')!.click();
      await settle(element);
      part(element, name)!.click();
      await settle(element);
      expect(element.state).to.equal('dismissed');
      expect(['launcher', 'card'].map((name) => part(element, name))).to.deep.equal([null, null]);
      expect(heard).to.have.lengthOf(1);
      expect(stage.acts.at(-1)).to.equal('dismissed');
      await waitUntil(() => part(element, 'status')!.textContent === words);
    });

    it(`keep the invitation when the page cancels the refusal by ${name}`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      element.addEventListener('engagement-dismiss', (event) => event.preventDefault());
      part(element, 'more')!.click();
      await settle(element);
      part(element, name)!.click();
      await settle(element);
      expect([element.state, isRendered(element, 'card')]).to.deep.equal(['expose', true]);
    });
  }

  it('take no choice from the second half of a double click', async () => {
    const element = await mountIn('expose', createStage(exposed));
    await waitUntil(() => getComputedStyle(part(element, 'card')!).pointerEvents === 'auto');
    part(element, 'more')!.click();
    await settle(element);
    expect(getComputedStyle(part(element, 'opt-out')!).pointerEvents).to.equal('none');
    expect(getComputedStyle(part(element, 'options')!).pointerEvents).to.equal('auto');
    await waitUntil(() => getComputedStyle(part(element, 'opt-out')!).pointerEvents === 'auto');
  });

  it('are not there in a conversation', async () => {
    const element = await mountIn('conversation', createStage(inConversation));
    expect(part(element, 'more')).to.equal(null);
  });
});
