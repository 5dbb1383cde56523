import {expect} from '@open-wc/testing';
import type {WebEngagementEventMap} from '../../../src/tag/event-classes.js';
import type {SourceFact} from '../../../src/engagement/source.js';
import {createStage, exposed, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {frames} from '../../support/frames.js';
import {waitUntil} from '../../support/wait-until.js';

const requests = ['engagement-show', 'engagement-accept', 'engagement-resume', 'engagement-dismiss'] as const;

/** Cancels a request once. */
function cancel(element: EventTarget, name: keyof WebEngagementEventMap): void {
  element.addEventListener(name, (event) => event.preventDefault(), {once: true});
}

describe('The card', () => {
  for (const state of ['connecting', 'unavailable', 'failed', 'accepted', 'dismissed'] as const) {
    it(`is not there in the state ${state}`, async () => {
      const stage = createStage();
      const element = await mountIn('connecting', stage);
      if (state === 'unavailable') stage.say({type: 'unavailable', source: offer.source});
      if (state === 'failed') stage.say({type: 'fail', error: new Error('No answer')});
      if (state === 'accepted' || state === 'dismissed') stage.say({type: 'expose', offer, settled: state});
      await settle(element);
      expect(element.state).to.equal(state);
      expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
    });
  }

  for (const [state, fact, action] of [
    ['expose', exposed, 'accept'],
    ['conversation', inConversation, 'resume'],
  ] as const) {
    it(`opens in the state ${state}, after a question that bubbles`, async () => {
      const heard = record(document.body, 'engagement-show');
      const element = await mountIn(state, createStage(fact));
      expect(isRendered(element, 'card')).to.be.true;
      expect(isRendered(element, action)).to.be.true;
      expect(part(element, 'launcher')!.getAttribute('aria-expanded')).to.equal('true');
      expect(element.matches(':state(open)')).to.be.true;
      expect(heard).to.have.lengthOf(1);
    });

    it(`is not shown in the state ${state} when the page cancels the question, until show()`, async () => {
      const stage = createStage();
      const element = await mountIn('connecting', stage);
      cancel(element, 'engagement-show');
      stage.say(fact);
      await settle(element);
      expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
      element.show();
      await settle(element);
      expect(isRendered(element, 'card')).to.be.true;
    });

    it(`folds into the launcher and opens again in the state ${state}`, async () => {
      const element = await mountIn(state, createStage(fact));
      element.hide();
      await settle(element);
      expect([isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([false, true]);
      expect(part(element, 'launcher')!.getAttribute('aria-expanded')).to.equal('false');
      expect(element.matches(':state(open)')).to.be.false;
      part(element, 'launcher')!.click();
      await settle(element);
      expect(isRendered(element, 'card')).to.be.true;
      part(element, 'launcher')!.click();
      await settle(element);
      expect(isRendered(element, 'card')).to.be.false;
    });
  }

  it('lies in the top layer, above everything the page has', async () => {
    const element = await mountIn('expose', createStage(exposed));
    expect(part(element, 'card')!.matches(':popover-open')).to.be.true;
    expect(part(element, 'launcher')!.matches(':popover-open')).to.be.true;
  });

  it('is a region with the name of its title, and the launcher its disclosure', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const card = part(element, 'card')!;
    expect(card.getAttribute('role')).to.equal('region');
    expect(card.getAttribute('aria-labelledby')).to.equal(part(element, 'title')!.id);
    expect(part(element, 'launcher')!.getAttribute('aria-controls')).to.equal(card.id);
  });

  for (const [level, role, ariaLevel] of [
    [2, 'heading', '2'],
    [4, 'heading', '4'],
    [0, null, null],
  ] as const) {
    it(`has a title of heading level ${level}`, async () => {
      const element = await mountIn('expose', createStage(exposed), {headingLevel: level});
      const title = part(element, 'title')!;
      expect([title.getAttribute('role'), title.getAttribute('aria-level')]).to.deep.equal([role, ariaLevel]);
    });
  }

  it('stays as it is when the same offer is reported again', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    element.hide();
    const heard = record(element, 'engagement-show');
    stage.say({type: 'expose', offer: {...offer}});
    await settle(element);
    expect(isRendered(element, 'card')).to.be.false;
    expect(heard).to.be.empty;
  });

  it('opens for a conversation that follows an invitation', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    element.hide();
    stage.say(inConversation);
    await settle(element);
    expect(isRendered(element, 'resume')).to.be.true;
    expect(isRendered(element, 'accept')).to.be.false;
  });

  it('goes when the offer is withdrawn', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    stage.say({type: 'withdraw', offerId: offer.id});
    await settle(element);
    expect(element.shadowRoot!.querySelectorAll('button, section').length).to.equal(0);
  });

  it('shows slotted content in place of its own', async () => {
    const stage = createStage();
    const element = await mountIn('connecting', stage);
    for (const slot of ['title', 'body', 'icon', 'privacy', 'actions']) {
      const child = element.appendChild(document.createElement('span'));
      Object.assign(child, {slot, textContent: slot});
    }
    stage.say(exposed);
    await waitUntil(() => isRendered(element, 'card'), 'the card is there');
    for (const child of element.children) expect(child.getClientRects().length, child.slot).to.be.above(0);
  });

  it('moves to the other corner with its placement', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const middle = innerWidth / 2;
    const center = () => {
      const {left, right} = part(element, 'launcher')!.getBoundingClientRect();
      return (left + right) / 2;
    };
    expect(center()).to.be.above(middle);
    element.placement = 'start';
    await settle(element);
    expect(center()).to.be.below(middle);
  });

  it('is not touched by styles that its place inherits', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const plain = part(element, 'card')!.getBoundingClientRect().toJSON() as object;
    element.parentElement!.setAttribute(
      'style',
      'font: italic 40px/3 serif; letter-spacing: 1em; text-transform: uppercase; text-align: center; white-space: pre; block-size: 0; overflow: hidden',
    );
    expect(part(element, 'card')!.getBoundingClientRect().toJSON()).to.deep.equal(plain);
    expect(getComputedStyle(part(element, 'title')!).textTransform).to.equal('none');
  });

  it('is not rendered when the element is hidden', async () => {
    const element = await mountIn('expose', createStage(exposed), {hidden: true});
    expect(isRendered(element, 'card')).to.be.false;
  });
});

describe('What the visitor does', () => {
  const acts: [part: string, fact: SourceFact, event: string | undefined, state: string, remains: string[]][] = [
    ['accept', exposed, 'engagement-accept', 'accepted', []],
    ['dismiss', exposed, 'engagement-dismiss', 'dismissed', []],
    ['close', exposed, undefined, 'expose', ['launcher']],
    ['resume', inConversation, 'engagement-resume', 'conversation', ['launcher']],
    ['dismiss', inConversation, undefined, 'conversation', ['launcher']],
  ];
  for (const [name, fact, event, state, remains] of acts) {
    it(`leads from ${fact.type} by ${name} to ${state}`, async () => {
      const element = await mountIn(fact.type as 'expose', createStage(fact));
      const heard = record(element, ...requests);
      for (const opening of ['engagement-accept', 'engagement-resume'] as const) cancel(element, opening);
      part(element, name)!.click();
      await settle(element);
      expect(heard).to.deep.equal(event ? [event] : []);
      expect(element.state).to.equal(state);
      expect(['launcher', 'card'].filter((surface) => isRendered(element, surface))).to.deep.equal(remains);
    });
  }

  for (const [method, event, state] of [
    ['accept', 'engagement-accept', 'accepted'],
    ['dismiss', 'engagement-dismiss', 'dismissed'],
  ] as const) {
    it(`can be done by ${method}(), and the event tells the offer`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      let told: unknown;
      element.addEventListener(event, ({detail}) => (told = detail.offer));
      if (event === 'engagement-accept') cancel(element, event);
      element[method]();
      expect(told).to.equal(offer);
      expect(element.state).to.equal(state);
    });
  }

  it('keeps the card when the page cancels the dismissal', async () => {
    const element = await mountIn('expose', createStage(exposed));
    cancel(element, 'engagement-dismiss');
    element.dismiss();
    await settle(element);
    expect(element.state).to.equal('expose');
    expect(isRendered(element, 'card')).to.be.true;
  });

  it('counts as accepted when the page opens the conversation itself', async () => {
    const element = await mountIn('expose', createStage(exposed), {
      openIn: 'tab',
      conversationUrl: 'javascript:void 0',
    });
    const heard = record(element, 'engagement-error');
    cancel(element, 'engagement-accept');
    element.accept();
    expect(element.state).to.equal('accepted');
    expect(heard).to.be.empty;
  });

  for (const openIn of ['tab', 'popup'] as const) {
    it(`opens no unsafe address in a ${openIn}, and tells so`, async () => {
      const element = await mountIn('expose', createStage(exposed), {openIn, conversationUrl: 'javascript:alert(1)'});
      const heard = record(element, 'engagement-error');
      element.accept();
      await waitUntil(() => heard.length > 0);
      expect(heard).to.have.lengthOf(1);
      expect(element.state).to.equal('expose');
    });
  }

  it('is told to the source, with the showing once', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    await waitUntil(() => stage.acts.length > 0);
    element.hide();
    await settle(element);
    element.show();
    await settle(element);
    element.dismiss();
    expect(stage.acts).to.deep.equal(['shown', 'dismissed']);
  });
});

describe('Being visible', () => {
  it('is told when the card comes, and when it goes', async () => {
    const heard = record(document.body, 'engagement-shown', 'engagement-hidden');
    const element = await mountIn('expose', createStage(exposed));
    await waitUntil(() => heard.length === 1);
    element.hide();
    await settle(element);
    element.show();
    await waitUntil(() => heard.length === 3);
    element.dismiss();
    await settle(element);
    expect(heard).to.deep.equal(['engagement-shown', 'engagement-hidden', 'engagement-shown', 'engagement-hidden']);
  });

  it('is not told of a card that nobody can see', async () => {
    const stage = createStage(exposed);
    const heard = record(document.body, 'engagement-shown');
    const element = await mountIn('expose', stage, {hidden: true});
    await frames(3);
    expect(heard).to.be.empty;
    expect(stage.acts).to.be.empty;
    element.hidden = false;
    await waitUntil(() => heard.length === 1);
    expect(stage.acts).to.deep.equal(['shown']);
  });
});
