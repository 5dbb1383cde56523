import {aTimeout, expect, fixture, html} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import type {Offer} from '../../../src/engagement/offer.js';
import {ar} from '../../../src/messages/ar.js';
import {de} from '../../../src/messages/de.js';
import {enDetails} from '../../../src/messages/en-details.js';
import {expectAccessible} from '../../support/accessibility/axe.js';
import {createStage, exposed, inConversation, offer, type Stage} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {frames} from '../../support/frames.js';
import {waitUntil} from '../../support/wait-until.js';

type End = WebEngagementElement['endConversation'];

const conversation: Offer = {...offer, id: 'conversation-1', conversationId: 'conversation-1'};

const text = (element: Element, name: string): string | undefined => part(element, name)?.textContent.trim();

function focusedPart(element: Element): string | undefined {
  return element.shadowRoot!.activeElement?.getAttribute('part') ?? undefined;
}

async function mountConversation(
  endConversation: End,
  {stage = createStage(inConversation), ...properties}: Partial<WebEngagementElement> & {stage?: Stage} = {},
): Promise<WebEngagementElement> {
  const element = await mountIn('conversation', stage, {endConversation, ...properties});
  await waitUntil(() => isRendered(element, 'end'));
  await settle(element);
  return element;
}

async function click(element: WebEngagementElement, name: string): Promise<void> {
  part(element, name)!.click();
  await settle(element);
}

function press(element: Element, name: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true, ...init});
  part(element, name)!.dispatchEvent(event);
  return event;
}

/** An end of conversations that the test brings about. */
function createEnd() {
  const ended: Offer[] = [];
  let succeed: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const endConversation = (of: Offer): Promise<void> => {
    ended.push(of);
    return new Promise((resolve, reject) => ([succeed, fail] = [resolve, reject]));
  };
  return {endConversation, ended, succeed: () => succeed(), fail: (error: Error) => fail(error)};
}

/** Rejects with what need not be an error. */
async function refuse(reason: unknown): Promise<never> {
  await Promise.resolve();
  throw reason as Error;
}

describe('Ending a conversation', () => {
  it('is not offered by a page that cannot', async () => {
    const element = await mountIn('conversation', createStage(inConversation));
    expect(isRendered(element, 'resume')).to.be.true;
    expect(part(element, 'end')).to.equal(null);
  });

  it('is not offered when there is no conversation', async () => {
    const element = await mountIn('expose', createStage(exposed), {
      endConversation: () => Promise.resolve(),
      waitTime: () => Promise.resolve(60),
    });
    await waitUntil(() => isRendered(element, 'wait'));
    expect(part(element, 'end')).to.equal(null);
  });

  it('is offered as soon as a page can, beside what there is', async () => {
    const element = await mountIn('conversation', createStage(inConversation));
    const resume = part(element, 'resume')!;
    resume.focus();
    element.endConversation = () => Promise.resolve();
    await waitUntil(() => isRendered(element, 'end'));
    expect(part(element, 'resume') === resume && focusedPart(element) === 'resume').to.be.true;
    element.endConversation = undefined;
    await settle(element);
    expect(part(element, 'end')).to.equal(null);
  });

  for (const [locale, {end, endQuestion, keep}] of [
    ['en', enDetails],
    ['de', de],
    ['ar', ar],
  ] as const) {
    it(`asks first, in the language ${locale} [A27]`, async () => {
      const {endConversation, ended} = createEnd();
      const element = await mountConversation(endConversation, {locale});
      expect(text(element, 'end')).to.equal(end);
      await click(element, 'end');
      expect(['question', 'confirm', 'cancel'].map((name) => text(element, name))).to.deep.equal([
        endQuestion,
        end,
        keep,
      ]);
      expect(part(element, 'title')!.innerText.trim()).to.equal(endQuestion);
      const group = part(element, 'cancel')!.closest('[role=group]')!;
      expect([group.getAttribute('aria-labelledby'), group.querySelector('button')?.part.value]).to.deep.equal([
        'title',
        'cancel',
      ]);
      expect(['resume', 'dismiss', 'end'].map((name) => part(element, name))).to.deep.equal([null, null, null]);
      expect(ended).to.be.empty;
    });
  }

  it('asks by the name of the answers, and leads the focus to the one that changes nothing', async () => {
    const element = await mountConversation(() => Promise.resolve());
    await click(element, 'end');
    await waitUntil(() => focusedPart(element) === 'cancel');
    expect(text(element, 'status')).to.equal('');
  });

  it('asks in place of a title of the page’s own, which comes back', async () => {
    const element = await mountConversation(() => Promise.resolve());
    const title = document.createElement('b');
    Object.assign(title, {slot: 'title', textContent: 'Your chat with us'});
    element.append(title);
    await click(element, 'end');
    expect([title.getClientRects().length, isRendered(element, 'question')]).to.deep.equal([0, true]);
    await click(element, 'cancel');
    expect([title.getClientRects().length > 0, part(element, 'question')]).to.deep.equal([true, null]);
  });

  it('takes no answer from the second half of a double click', async () => {
    const element = await mountConversation(() => Promise.resolve());
    await click(element, 'end');
    expect(getComputedStyle(part(element, 'confirm')!).pointerEvents).to.equal('none');
    await waitUntil(() => getComputedStyle(part(element, 'confirm')!).pointerEvents === 'auto');
  });

  const withdrawals: [title: string, withdraw: (element: WebEngagementElement) => void][] = [
    ['the visitor keeps the conversation', (element) => part(element, 'cancel')!.click()],
    ['the visitor presses Escape', (element) => press(element, 'cancel')],
  ];
  for (const [title, withdraw] of withdrawals) {
    it(`does not happen when ${title}, who is led back to where it began`, async () => {
      const {endConversation, ended} = createEnd();
      const element = await mountConversation(endConversation);
      await click(element, 'end');
      const keys = record(document.body, 'keydown');
      withdraw(element);
      await waitUntil(() => focusedPart(element) === 'end');
      expect([isRendered(element, 'card'), isRendered(element, 'resume')]).to.deep.equal([true, true]);
      expect(part(element, 'question')).to.equal(null);
      expect([...ended, ...keys]).to.be.empty;
    });
  }

  it('leaves Escape to the input method while it composes', async () => {
    const element = await mountConversation(() => Promise.resolve());
    await click(element, 'end');
    press(element, 'cancel', {isComposing: true});
    await settle(element);
    expect(isRendered(element, 'question')).to.be.true;
  });

  it('takes the question back when the card is folded', async () => {
    const heard = record(document.body, 'engagement-shown');
    const element = await mountConversation(() => Promise.resolve());
    await waitUntil(() => heard.length > 0);
    await click(element, 'end');
    element.hide();
    await settle(element);
    element.show();
    await settle(element);
    expect([isRendered(element, 'end'), part(element, 'question')]).to.deep.equal([true, null]);
  });

  it('happens once, however often the visitor confirms it, and is told the conversation', async () => {
    const {endConversation, ended} = createEnd();
    const element = await mountConversation(endConversation);
    await click(element, 'end');
    const confirm = part(element, 'confirm')!;
    for (let clicks = 0; clicks < 3; clicks++) confirm.click();
    await settle(element);
    expect(ended).to.have.lengthOf(1);
    expect(ended[0] === element.offer).to.be.true;
  });

  it('is shown while it takes its time, and the rest can be done meanwhile', async () => {
    const {endConversation, ended} = createEnd();
    const element = await mountConversation(endConversation);
    await click(element, 'end');
    await click(element, 'confirm');
    await waitUntil(() => focusedPart(element) === 'end');
    const button = part(element, 'end')!;
    expect([button.ariaDisabled, text(element, 'end')]).to.deep.equal(['true', enDetails.ending]);
    await click(element, 'end');
    expect(part(element, 'question')).to.equal(null);
    const heard = record(element, 'engagement-resume');
    await click(element, 'resume');
    expect([heard.length, ended.length]).to.deep.equal([1, 1]);
  });

  it('takes the card away, says so, and asks the platform again', async () => {
    const {endConversation, succeed} = createEnd();
    const stage = createStage(inConversation);
    const element = await mountConversation(endConversation, {stage});
    await click(element, 'end');
    await click(element, 'confirm');
    succeed();
    await waitUntil(() => stage.starts() === 2);
    await settle(element);
    expect(isRendered(element, 'card')).to.be.false;
    await waitUntil(() => text(element, 'status') === enDetails.ended);
    stage.say({type: 'unavailable', source: offer.source});
    await settle(element);
    expect([element.state, isRendered(element, 'launcher')]).to.deep.equal(['unavailable', false]);
  });

  it('gives the focus back to the page', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Search" />`);
    const {endConversation, succeed} = createEnd();
    const stage = createStage(inConversation);
    const element = await mountConversation(endConversation, {stage});
    input.focus();
    part(element, 'end')!.dispatchEvent(
      new FocusEvent('focusin', {bubbles: true, composed: true, relatedTarget: input}),
    );
    part(element, 'end')!.focus();
    await click(element, 'end');
    await click(element, 'confirm');
    await waitUntil(() => focusedPart(element) === 'end');
    succeed();
    await waitUntil(() => document.activeElement === input);
  });

  const failures: [title: string, end: unknown][] = [
    ['is refused', () => Promise.reject(new Error('Refused'))],
    ['fails without an error', () => refuse(undefined)],
    ['fails with a text', () => refuse('<b>no</b>')],
    [
      'throws',
      () => {
        throw new TypeError('No function');
      },
    ],
  ];
  for (const [title, endConversation] of failures) {
    it(`leaves everything as it was when it ${title}, says so, and can be tried again`, async () => {
      const stage = createStage(inConversation);
      const element = await mountConversation(endConversation as End, {stage});
      const errors: Error[] = [];
      element.addEventListener('engagement-error', ({detail}) => errors.push(detail.error));
      await click(element, 'end');
      await click(element, 'confirm');
      await waitUntil(() => isRendered(element, 'problem'));
      expect(errors.map((error) => error instanceof Error)).to.deep.equal([true]);
      expect(text(element, 'problem')).to.equal(enDetails.endFailed);
      expect(part(element, 'problem')!.querySelectorAll('svg[aria-hidden=true]').length, 'icon').to.equal(1);
      expect(['card', 'resume', 'dismiss', 'end'].every((name) => isRendered(element, name))).to.be.true;
      expect([part(element, 'end')!.ariaDisabled, stage.starts()]).to.deep.equal(['false', 1]);
      await waitUntil(() => text(element, 'status') === enDetails.endFailed);
      await click(element, 'end');
      expect([isRendered(element, 'question'), part(element, 'problem')]).to.deep.equal([true, null]);
    });
  }

  it('is no business of another conversation that has begun meanwhile', async () => {
    const {endConversation, ended, fail} = createEnd();
    const stage = createStage(inConversation);
    const element = await mountConversation(endConversation, {stage});
    const errors = record(element, 'engagement-error');
    await click(element, 'end');
    await click(element, 'confirm');
    stage.say({type: 'conversation', offer: {...conversation, id: 'conversation-2'}});
    await settle(element);
    await waitUntil(() => isRendered(element, 'end'));
    expect(part(element, 'end')!.ariaDisabled).to.equal('false');
    fail(new Error('Refused'));
    await waitUntil(() => errors.length === 1);
    await settle(element);
    expect([isRendered(element, 'card'), part(element, 'problem')]).to.deep.equal([true, null]);
    await click(element, 'end');
    await click(element, 'confirm');
    expect(ended.map(({id}) => id)).to.deep.equal(['conversation-1', 'conversation-2']);
  });

  it('does not take away another conversation’s card', async () => {
    const {endConversation, succeed} = createEnd();
    const stage = createStage(inConversation);
    const element = await mountConversation(endConversation, {stage});
    await click(element, 'end');
    await click(element, 'confirm');
    stage.say({type: 'conversation', offer: {...conversation, id: 'conversation-2'}});
    await settle(element);
    succeed();
    await frames(3);
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });

  for (const outcome of ['succeeds', 'fails'] as const) {
    it(`disturbs nothing when it ${outcome} after the element has gone`, async () => {
      const {endConversation, succeed, fail} = createEnd();
      const stage = createStage(inConversation);
      const element = await mountConversation(endConversation, {stage});
      await click(element, 'end');
      await click(element, 'confirm');
      element.remove();
      await aTimeout(0);
      if (outcome === 'succeeds') succeed();
      else fail(new Error('Refused'));
      await frames(3);
      expect([element.state, stage.starts(), text(element, 'status')]).to.deep.equal(['idle', 1, '']);
    });
  }

  it('shows sentences of the page’s own as text', async () => {
    const markup = '<img src=x onerror="alert(1)">';
    const messages = {end: markup, endQuestion: markup, keep: markup, ending: markup, endFailed: markup, ended: markup};
    const element = await mountConversation(() => Promise.reject(new Error('Refused')), {messages});
    await click(element, 'end');
    expect(text(element, 'question')).to.equal(markup);
    await click(element, 'confirm');
    await waitUntil(() => text(element, 'status') === markup && text(element, 'problem') === markup);
    expect(element.shadowRoot!.querySelectorAll('img')).to.have.lengthOf(0);
  });

  it('is accessible at each step', async () => {
    const {endConversation, fail} = createEnd();
    const element = await mountConversation(endConversation);
    await expectAccessible(element);
    await click(element, 'end');
    await expectAccessible(element);
    for (const button of element.shadowRoot!.querySelectorAll('button')) {
      const {width, height} = button.getBoundingClientRect();
      expect(Math.min(width, height), button.part.value).to.be.at.least(44);
    }
    await click(element, 'confirm');
    await expectAccessible(element);
    fail(new Error('Refused'));
    await waitUntil(() => isRendered(element, 'problem'));
    await expectAccessible(element);
  });
});
