import {expect, fixture, html} from '@open-wc/testing';
import {de} from '../../../src/messages/de.js';
import {frameOf, showPanel} from '../../support/element/panel-frames.js';
import {part, settle} from '../../support/element/mount.js';

function press(target: EventTarget, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true, cancelable: true, ...init});
  target.dispatchEvent(event);
  return event;
}

describe('The panel', () => {
  it('is a region of the page, with buttons that say what they do', async () => {
    const stage = await showPanel();
    expect(part(stage, 'panel')).to.have.attribute('aria-label', 'Chat');
    const names = [...stage.shadowRoot!.querySelectorAll('.panel button')].map((button) => button.ariaLabel);
    expect(names).to.deep.equal(['Resize chat', 'Open chat in a new window', 'Minimize chat']);
  });

  it('speaks the visitor’s language, and says which one it is', async () => {
    const stage = await showPanel({catalog: {language: 'de', messages: {...de, launcher: 'Hilfe'}}});
    expect(part(stage, 'panel')).to.have.attribute('lang', 'de');
    expect([part(stage, 'panel-title')!.textContent, frameOf(stage)!.title]).to.deep.equal(['Hilfe', 'Hilfe']);
    expect(part(stage, 'minimize')).to.have.attribute('aria-label', 'Chat minimieren');
  });

  for (const act of ['minimize', 'window'] as const) {
    it(`has a button to ${act}`, async () => {
      const stage = await showPanel();
      part(stage, act)!.click();
      expect(stage.acts).to.deep.equal([act]);
    });
  }

  it('is folded by Escape on its own controls, which nobody else hears then', async () => {
    const stage = await showPanel();
    let heard = 0;
    stage.addEventListener('keydown', () => heard++);
    const {defaultPrevented} = press(part(stage, 'window')!);
    expect([stage.acts, defaultPrevented, heard]).to.deep.equal([['minimize'], true, 0]);
  });

  const ignored: [title: string, init: KeyboardEventInit][] = [
    ['another key', {key: 'Enter'}],
    ['an Escape that ends the composition of a word', {isComposing: true}],
  ];
  for (const [title, init] of ignored) {
    it(`leaves ${title} to others`, async () => {
      const stage = await showPanel();
      let heard = 0;
      stage.addEventListener('keydown', () => heard++);
      const {defaultPrevented} = press(part(stage, 'window')!, init);
      expect([stage.acts, defaultPrevented, heard]).to.deep.equal([[], false, 1]);
    });
  }

  it('leaves an Escape to whom it has served already', async () => {
    const stage = await showPanel();
    stage.shadowRoot!.addEventListener('keydown', (event) => event.preventDefault(), {capture: true, once: true});
    press(part(stage, 'window')!);
    expect(stage.acts).to.deep.equal([]);
  });

  it('puts the focus into the conversation', async () => {
    const stage = await showPanel();
    stage.focus();
    expect(stage.shadowRoot!.activeElement).to.equal(frameOf(stage));
  });

  it('shows nothing while it is folded', async () => {
    const stage = await showPanel();
    await stage.show({isOpen: false});
    await settle(stage);
    expect(part(stage, 'panel')!.getClientRects()).to.have.length(0);
  });

  it('leaves nothing behind when it ends', async () => {
    const stage = await showPanel();
    const sheets = stage.shadowRoot!.adoptedStyleSheets.length;
    await stage.end();
    expect(stage.shadowRoot!.adoptedStyleSheets).to.have.length(sheets - 1);
    expect(part(stage, 'panel')).to.be.null;
  });

  it('has a style sheet of its own, so that two of them have two sizes', async () => {
    const [first, second] = [await showPanel(), await showPanel()];
    part(first, 'resize')!.click();
    await Promise.all([first.updateComplete, second.updateComplete]);
    const [large, normal] = [first, second].map((stage) => part(stage, 'panel')!.getBoundingClientRect().width);
    expect(large).to.be.above(normal!);
  });

  it('never has a style attribute', async () => {
    const stage = await showPanel();
    for (const key of ['ArrowLeft', 'ArrowUp', 'End', 'Home']) press(part(stage, 'resize')!, {key});
    part(stage, 'resize')!.click();
    await stage.updateComplete;
    expect(stage.shadowRoot!.querySelectorAll('[style]')).to.have.length(0);
  });

  it('lies on top of whatever the page puts above everything', async () => {
    const wall = await fixture<HTMLDivElement>(
      html`<div style="position: fixed; inset: 0; z-index: 2147483647; background: #fff"></div>`,
    );
    const stage = await showPanel();
    const {left, top} = part(stage, 'minimize')!.getBoundingClientRect();
    const hit = document.elementFromPoint(left - 20, top + 5);
    expect([hit === stage, hit === wall]).to.deep.equal([true, false]);
  });
});
