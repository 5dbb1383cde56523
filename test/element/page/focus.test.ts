import {expect, fixture, html} from '@open-wc/testing';
import {createStage, exposed, inConversation, offer} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, record, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

function press(target: EventTarget, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...init});
  target.dispatchEvent(event);
  return event;
}

/** Focuses a part as the keyboard does; where the window has no focus, the browser tells nobody, so the event is made. */
function focus(element: Element, name: string): void {
  const from = document.activeElement;
  const hears = {heard: false};
  element.addEventListener('focusin', () => (hears.heard = true), {once: true});
  part(element, name)!.focus();
  if (hears.heard) return;
  const relatedTarget = from === document.body ? null : from;
  part(element, name)!.dispatchEvent(new FocusEvent('focusin', {bubbles: true, composed: true, relatedTarget}));
}

function focusedPart(element: Element): string | undefined {
  return element.shadowRoot!.activeElement?.getAttribute('part') ?? undefined;
}

describe('The focus', () => {
  let input: HTMLInputElement;
  beforeEach(async () => {
    input = await fixture<HTMLInputElement>(html`<input aria-label="Search" value="shoes" />`);
  });

  for (const fact of [exposed, inConversation]) {
    it(`stays where it is when the card of ${fact.type} comes by itself`, async () => {
      const stage = createStage();
      const element = await mountIn('connecting', stage);
      input.focus();
      input.setSelectionRange(2, 3);
      stage.say(fact);
      await waitUntil(() => isRendered(element, 'card'), 'the card is there');
      expect(document.activeElement === input).to.be.true;
      expect([input.selectionStart, input.selectionEnd]).to.deep.equal([2, 3]);
    });

    it(`stays where it is when the page calls show() and hide() for ${fact.type}`, async () => {
      const element = await mountIn(fact.type as 'expose', createStage(fact));
      input.focus();
      for (const act of [() => element.hide(), () => element.show()]) {
        act();
        await settle(element);
        expect(document.activeElement === input).to.be.true;
      }
    });
  }

  it('goes to the main button when the visitor opens the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    element.hide();
    await settle(element);
    part(element, 'launcher')!.click();
    await settle(element);
    expect(focusedPart(element)).to.equal('accept');
  });

  const returns: [title: string, name: string, leave: (element: HTMLElement) => void][] = [
    ['Escape', 'accept', (element) => press(part(element, 'accept')!, 'Escape')],
    ['a dismissal', 'dismiss', (element) => part(element, 'dismiss')!.click()],
    ['an acceptance', 'accept', (element) => part(element, 'accept')!.click()],
    ['the close button', 'close', (element) => part(element, 'close')!.click()],
  ];
  for (const [title, name, leave] of returns) {
    it(`returns to where it came from after ${title}`, async () => {
      const element = await mountIn('expose', createStage(exposed));
      element.addEventListener('engagement-accept', (event) => event.preventDefault());
      input.focus();
      focus(element, name);
      leave(element);
      await settle(element);
      expect(document.activeElement === input).to.be.true;
    });
  }

  it('returns to where it came from when the offer is withdrawn', async () => {
    const stage = createStage(exposed);
    const element = await mountIn('expose', stage);
    input.focus();
    focus(element, 'accept');
    stage.say({type: 'withdraw', offerId: offer.id});
    await settle(element);
    expect(document.activeElement === input).to.be.true;
  });

  it('goes to the launcher when what it came from is gone', async () => {
    const element = await mountIn('conversation', createStage(inConversation));
    input.focus();
    focus(element, 'resume');
    input.remove();
    press(part(element, 'resume')!, 'Escape');
    await settle(element);
    expect(focusedPart(element)).to.equal('launcher');
  });

  it('goes back to the launcher that opened the card', async () => {
    const element = await mountIn('conversation', createStage(inConversation));
    element.hide();
    await settle(element);
    input.focus();
    focus(element, 'launcher');
    part(element, 'launcher')!.click();
    await settle(element);
    part(element, 'dismiss')!.click();
    await settle(element);
    expect(focusedPart(element)).to.equal('launcher');
  });

  it('goes nowhere when nothing is left that could take it', async () => {
    const element = await mountIn('expose', createStage(exposed));
    input.focus();
    focus(element, 'dismiss');
    input.remove();
    part(element, 'dismiss')!.click();
    await settle(element);
    expect(document.activeElement === document.body).to.be.true;
  });

  it('is not touched when it is outside of a card that goes', async () => {
    const element = await mountIn('expose', createStage(exposed));
    input.focus();
    element.dismiss();
    await settle(element);
    expect(document.activeElement === input).to.be.true;
  });

  it('is returned from a slotted button too', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const slotted = Object.assign(document.createElement('button'), {slot: 'actions', textContent: 'Call us'});
    element.append(slotted);
    input.focus();
    focus(element, 'accept');
    slotted.focus();
    element.dismiss();
    await settle(element);
    expect(document.activeElement === input).to.be.true;
  });
});

describe('Escape', () => {
  for (const [fact, name] of [
    [exposed, 'accept'],
    [inConversation, 'resume'],
  ] as const) {
    it(`folds the card in the state ${fact.type}, declines nothing, and the page does not hear it`, async () => {
      const element = await mountIn(fact.type as 'expose', createStage(fact));
      const heard = record(document.body, 'keydown', 'engagement-dismiss');
      const event = press(part(element, name)!, 'Escape');
      await settle(element);
      expect([element.state, isRendered(element, 'card'), isRendered(element, 'launcher')]).to.deep.equal([
        fact.type,
        false,
        true,
      ]);
      expect(event.defaultPrevented).to.be.true;
      expect(heard).to.be.empty;
    });
  }

  it('belongs to the page outside of the card', async () => {
    const element = await mountIn('expose', createStage(exposed));
    for (const target of [document.body, part(element, 'launcher')!]) {
      const event = press(target, 'Escape');
      expect(event.defaultPrevented).to.be.false;
    }
    expect(element.state).to.equal('expose');
  });

  it('belongs to the input method while it composes', async () => {
    const element = await mountIn('expose', createStage(exposed));
    press(part(element, 'accept')!, 'Escape', {isComposing: true});
    expect(element.state).to.equal('expose');
  });

  it('belongs to slotted content that has used it', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const slotted = element.appendChild(Object.assign(document.createElement('input'), {slot: 'body'}));
    slotted.addEventListener('keydown', (event) => event.preventDefault());
    press(slotted, 'Escape');
    expect(element.state).to.equal('expose');
  });

  it('is the only key that the card takes [A26]', async () => {
    const element = await mountIn('expose', createStage(exposed));
    const heard = record(document.body, 'keydown');
    for (const key of ['Enter', ' ', 'Tab', 'a']) press(part(element, 'accept')!, key);
    expect(heard).to.have.lengthOf(4);
    expect(element.state).to.equal('expose');
  });
});
