import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {mountClocked} from '../../support/element/clocked-element.js';
import {createStage, exposed, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

const box = (element: WebEngagementElement, name: string): DOMRect => part(element, name)!.getBoundingClientRect();

describe('A bubble', () => {
  for (const fact of [exposed, inConversation]) {
    it(`stands for ${fact.type} until the visitor opens the card`, async () => {
      const heard = record(document.body, 'engagement-show');
      const element = await mountIn(fact.type as 'expose', createStage(fact), {format: 'bubble'});
      expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, true]);
      expect(isRendered(element, 'badge')).to.be.true;
      expect(heard).to.have.lengthOf(1);
      part(element, 'launcher')!.click();
      await settle(element);
      expect(isRendered(element, 'card')).to.be.true;
    });
  }

  it('is as wide as it is high, and has a name all the same', async () => {
    const element = await mountIn('expose', createStage(exposed), {format: 'bubble', locale: 'en'});
    const {width, height} = box(element, 'launcher');
    expect(width).to.equal(height);
    expect(part(element, 'launcher')!.textContent).to.match(/^\s*Chat\s*$/);
  });

  it('counts as shown, and is announced once by its name', async () => {
    const stage = createStage(exposed);
    const element = mountClocked(stage, {format: 'bubble', locale: 'en'});
    await waitUntil(() => stage.acts.length > 0);
    expect(stage.acts).to.deep.equal(['shown']);
    await element.pass(1_000);
    expect(part(element, 'launcher')!.ariaLabel).to.equal('Chat, 1 invitation');
    expect(part(element, 'status')!.textContent).to.equal('Chat, 1 invitation');
    await element.pass(10_000);
    element.requestUpdate();
    await element.updateComplete;
    await element.pass(1_000);
    expect(part(element, 'status')!.textContent).to.equal('');
    element.remove();
  });

  it('is opened by show()', async () => {
    const element = await mountIn('expose', createStage(exposed), {format: 'bubble'});
    element.show();
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });
});

describe('A banner', () => {
  it('runs along the window’s edge, without a launcher until it is folded', async () => {
    const element = await mountIn('expose', createStage(exposed), {format: 'banner'});
    const {left, right, bottom} = box(element, 'card');
    expect(left).to.be.closeTo(innerWidth - right, 1);
    expect(bottom).to.be.above(innerHeight - 40);
    expect(isRendered(element, 'launcher')).to.be.false;
    element.hide();
    await settle(element);
    expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, true]);
  });
});

describe('An inline card', () => {
  it('is where the element is, and moves with it', async () => {
    const element = await mountIn('expose', createStage(exposed), {placement: 'inline'});
    const place = element.parentElement!;
    place.style.marginBlockStart = '40px';
    expect(box(element, 'card').top).to.be.closeTo(place.getBoundingClientRect().top, 1);
    expect(box(element, 'card').width).to.be.closeTo(place.getBoundingClientRect().width, 1);
    expect(part(element, 'card')!.matches(':popover-open')).to.be.false;
    expect(isRendered(element, 'launcher')).to.be.false;
  });

  it('folds into a launcher at the same place', async () => {
    const element = await mountIn('expose', createStage(exposed), {placement: 'inline'});
    part(element, 'close')!.click();
    await settle(element);
    expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, true]);
    expect(getComputedStyle(part(element, 'launcher')!).position).to.equal('relative');
    part(element, 'launcher')!.click();
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });
});

for (const [property, value] of [
  ['format', 'poster'],
  ['placement', 'middle'],
] as const) {
  it(`An unknown ${property} shows a card in the corner`, async () => {
    const element = await mountIn('expose', createStage(exposed), {[property]: value});
    const {right, bottom} = box(element, 'card');
    expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([true, true]);
    expect([innerWidth - right < 40, innerHeight - bottom < 120]).to.deep.equal([true, true]);
  });
}

describe('An invitation with a delay', () => {
  it('appears when it has passed', async () => {
    const element = await mountIn('expose', createStage(exposed), {delay: 0.2});
    expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
    await waitUntil(() => isRendered(element, 'card'));
  });

  it('appears at once with show()', async () => {
    const element = await mountIn('expose', createStage(exposed), {delay: 600});
    element.show();
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });

  it('does not appear when it was withdrawn meanwhile', async () => {
    const stage = createStage(exposed);
    const heard = record(document.body, 'engagement-show');
    const element = mountClocked(stage, {delay: 5});
    await waitUntil(() => element.state === 'expose');
    stage.say({type: 'withdraw', offerId: offer.id});
    await element.pass(5_000);
    await settle(element);
    expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
    expect(heard).to.be.empty;
    element.remove();
  });

  it('is none for the way back into a conversation', async () => {
    const element = await mountIn('conversation', createStage(inConversation), {delay: 600});
    expect(isRendered(element, 'card')).to.be.true;
  });
});

describe('The badge', () => {
  for (const [unread, number, name] of [
    [1, '1', 'Chat, 1 unread message'],
    [2, '2', 'Chat, 2 unread messages'],
    [100, '99+', 'Chat, 100 unread messages'],
    [0, '', 'Chat'],
    [-1, '', 'Chat'],
    [1.5, '', 'Chat'],
    [NaN, '', 'Chat'],
  ] as const) {
    it(`tells of ${unread} unread messages as “${name}”`, async () => {
      const element = await mountIn('conversation', createStage(inConversation), {unread, locale: 'en'});
      element.hide();
      await settle(element);
      const [launcher, badge] = [part(element, 'launcher')!, part(element, 'badge')!];
      expect(badge.textContent).to.equal(number);
      expect(badge.getAttribute('aria-hidden')).to.equal('true');
      badge.remove();
      expect(launcher.ariaLabel ?? launcher.textContent.trim()).to.equal(name);
    });
  }

  it('counts in the visitor’s language', async () => {
    const element = await mountIn('conversation', createStage(inConversation), {unread: 3, locale: 'ar'});
    await waitUntil(() => isRendered(element, 'card'));
    element.hide();
    await settle(element);
    expect(part(element, 'launcher')!.ariaLabel).to.contain('رسائل غير مقروءة');
  });

  it('is not there while the card is open', async () => {
    const element = await mountIn('conversation', createStage(inConversation), {unread: 3});
    expect(part(element, 'badge')).to.equal(null);
  });
});
