import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createStage, exposed, offer, type Stage} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

/** An invitation that was accepted into the panel. */
async function openPanel(
  endConversation: WebEngagementElement['endConversation'],
  stage: Stage = createStage(exposed),
): Promise<WebEngagementElement> {
  const properties = {
    endConversation,
    openIn: 'panel',
    conversationUrl: `${location.origin}/chat`,
    locale: 'en',
  } as const;
  const element = await mountIn('expose', stage, properties);
  element.accept();
  await waitUntil(() => isRendered(element, 'panel'));
  return element;
}

describe('The end of a conversation in the panel', () => {
  it('is within reach, and asks first', async () => {
    let ended = 0;
    const element = await openPanel(() => Promise.resolve(ended++));
    await waitUntil(() => isRendered(element, 'end'));
    expect(part(element, 'end')!.ariaLabel).to.equal('End chat');
    part(element, 'end')!.click();
    await settle(element);
    await waitUntil(() => element.shadowRoot!.activeElement === part(element, 'cancel'));
    expect(part(element, 'question')!.textContent).to.equal('Do you want to end this chat?');
    await expectAccessible(element);
    part(element, 'cancel')!.click();
    await settle(element);
    expect([part(element, 'question'), isRendered(element, 'panel'), ended]).to.deep.equal([null, true, 0]);
  });

  it('takes the panel away, and asks the platform again', async () => {
    const ended: unknown[] = [];
    const stage = createStage(exposed);
    const element = await openPanel((of) => Promise.resolve(ended.push(of.id)), stage);
    await waitUntil(() => isRendered(element, 'end'));
    part(element, 'end')!.click();
    await settle(element);
    part(element, 'confirm')!.click();
    await waitUntil(() => stage.starts() === 2);
    await settle(element);
    expect([part(element, 'panel'), ended]).to.deep.equal([null, [offer.id]]);
    await waitUntil(() => part(element, 'status')!.textContent === 'The chat has ended.');
  });

  it('says that it failed, and keeps the conversation', async () => {
    const element = await openPanel(() => Promise.reject(new Error('Refused')));
    await waitUntil(() => isRendered(element, 'end'));
    part(element, 'end')!.click();
    await settle(element);
    part(element, 'confirm')!.click();
    await waitUntil(() => isRendered(element, 'problem'));
    expect([isRendered(element, 'panel'), !!element.shadowRoot!.querySelector('iframe')]).to.deep.equal([true, true]);
  });

  it('is not offered by a page that cannot', async () => {
    const element = await openPanel(undefined);
    expect(part(element, 'end')).to.equal(null);
  });
});
