import {expect} from '@open-wc/testing';
import {part, settle} from '../../support/element/mount.js';
import type {PanelStage} from '../../support/element/panel-stage.js';
import {frameOf, openPage, showPanel, showPanelOn} from '../../support/element/panel-frames.js';

const em = 16;

function sizeOf(stage: PanelStage): [width: number, height: number] {
  const {offsetWidth, offsetHeight} = part(stage, 'panel')!;
  return [offsetWidth, offsetHeight];
}

function press(stage: PanelStage, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...init});
  part(stage, 'resize')!.dispatchEvent(event);
  return event;
}

/** Drags the handle by so many px, as a pointer does, and lets go of it. */
function drag(stage: PanelStage, right: number, down: number, init: PointerEventInit = {}): void {
  const handle = part(stage, 'resize')!;
  // Only what a browser itself has put down can be captured.
  handle.setPointerCapture = () => undefined;
  const {left, top} = handle.getBoundingClientRect();
  const point = (name: string, x: number, y: number): boolean =>
    handle.dispatchEvent(
      new PointerEvent(name, {clientX: left + x, clientY: top + y, isPrimary: true, bubbles: true, ...init}),
    );
  point('pointerdown', 0, 0);
  point('pointermove', right / 2, down / 2);
  point('pointermove', right, down);
  point('lostpointercapture', right, down);
  handle.dispatchEvent(new MouseEvent('click', {detail: 1}));
}

/** Runs a case on a page that is large enough for every size. */
async function onPage(run: (stage: PanelStage, page: HTMLIFrameElement) => unknown): Promise<void> {
  const page = await openPage(1000, 1100);
  await run(await showPanelOn(page), page);
  page.remove();
}

describe('The size of the panel', () => {
  it('is normal at first, and a click makes it large, and normal again', () =>
    onPage(async (stage) => {
      const handle = part(stage, 'resize')!;
      const states: unknown[] = [];
      for (let clicks = 0; clicks < 3; clicks++) {
        states.push([handle.getAttribute('aria-pressed'), ...sizeOf(stage)]);
        handle.click();
        await stage.updateComplete;
      }
      expect(states).to.deep.equal([
        ['false', 25 * em, 38 * em],
        ['true', 40 * em, 56 * em],
        ['false', 25 * em, 38 * em],
      ]);
    }));

  const corners: [dir: string, placement: 'start' | 'end', key: string, isLeft: boolean][] = [
    ['ltr', 'end', 'ArrowLeft', true],
    ['ltr', 'start', 'ArrowRight', false],
    ['rtl', 'end', 'ArrowRight', false],
    ['rtl', 'start', 'ArrowLeft', true],
  ];
  for (const [dir, placement, key, isLeft] of corners) {
    it(`grows away from its corner in ${dir} at the ${placement}`, () =>
      onPage(async (stage, page) => {
        page.contentDocument!.documentElement.dir = dir;
        await stage.show({placement});
        const [panel, handle] = [part(stage, 'panel')!, part(stage, 'resize')!].map((box) =>
          box.getBoundingClientRect(),
        );
        expect(handle!.left - panel!.left < 10, 'the handle is in the corner on the left').to.equal(isLeft);
        expect(panel!.right - handle!.right < 10, 'the handle is in the corner on the right').to.equal(!isLeft);
        expect(handle!.top - panel!.top).to.be.below(10);
        press(stage, key);
        press(stage, 'ArrowUp');
        expect(sizeOf(stage)).to.deep.equal([25 * em + 32, 38 * em + 32]);
        const outwards = isLeft ? -50 : 50;
        drag(stage, outwards, -60);
        expect(sizeOf(stage)).to.deep.equal([25 * em + 82, 38 * em + 92]);
        drag(stage, -outwards, 60);
        expect(sizeOf(stage)).to.deep.equal([25 * em + 32, 38 * em + 32]);
      }));
  }

  it('stays between its bounds, which Home and End lead to', () =>
    onPage((stage) => {
      press(stage, 'End');
      const largest = sizeOf(stage);
      expect(largest).to.deep.equal([1000 - 2 * 24, 1100 - 2 * 24 - 4.25 * em]);
      press(stage, 'ArrowLeft');
      press(stage, 'ArrowUp');
      drag(stage, -5000, -5000);
      expect(sizeOf(stage)).to.deep.equal(largest);
      press(stage, 'Home');
      expect(sizeOf(stage)).to.deep.equal([20 * em, 24 * em]);
      press(stage, 'ArrowRight');
      press(stage, 'ArrowDown');
      drag(stage, 5000, 5000);
      expect(sizeOf(stage)).to.deep.equal([20 * em, 24 * em]);
    }));

  it('becomes smaller with the window', () =>
    onPage(async (stage, page) => {
      press(stage, 'End');
      await stage.updateComplete;
      page.style.width = '700px';
      expect(sizeOf(stage)[0]).to.be.below(700);
    }));

  it('is kept while the panel is folded', () =>
    onPage(async (stage) => {
      press(stage, 'ArrowUp');
      const size = sizeOf(stage);
      await stage.show({isOpen: false});
      await stage.show({isOpen: true});
      expect(sizeOf(stage)).to.deep.equal(size);
    }));

  it('takes only the keys that change it, and leaves those of the browser alone', async () => {
    const stage = await showPanel();
    const taken = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
    for (const key of taken) expect(press(stage, key).defaultPrevented, key).to.be.true;
    for (const key of ['Tab', 'Enter', ' ', 'a', 'constructor'])
      expect(press(stage, key).defaultPrevented, key).to.be.false;
    expect(press(stage, 'ArrowLeft', {altKey: true}).defaultPrevented).to.be.false;
  });

  it('changes by the click of a hand that trembles', () =>
    onPage(async (stage) => {
      drag(stage, 3, 3);
      await stage.updateComplete;
      expect(sizeOf(stage)).to.deep.equal([40 * em, 56 * em]);
    }));

  it('is not for a second finger or another mouse button to change', () =>
    onPage((stage) => {
      const size = sizeOf(stage);
      const handle = part(stage, 'resize')!;
      for (const init of [{isPrimary: false}, {button: 2}]) {
        for (const name of ['pointerdown', 'pointermove']) {
          const clientX = name === 'pointerdown' ? 0 : -90;
          handle.dispatchEvent(new PointerEvent(name, {clientX, isPrimary: true, ...init}));
        }
      }
      expect(sizeOf(stage)).to.deep.equal(size);
    }));

  it('ends with a drag', () =>
    onPage((stage) => {
      drag(stage, -40, -40);
      const size = sizeOf(stage);
      part(stage, 'resize')!.dispatchEvent(new PointerEvent('pointermove', {clientX: 0, clientY: 0, isPrimary: true}));
      expect(sizeOf(stage)).to.deep.equal(size);
    }));

  for (const [width, height] of [
    [320, 600],
    [900, 300],
  ] as const) {
    it(`is that of the whole window at ${width} × ${height} pixels, whatever it was`, async () => {
      const page = await openPage(width, height);
      const stage = await showPanelOn(page);
      part(stage, 'resize')!.click();
      await settle(stage);
      const {left, top, right, bottom} = part(stage, 'panel')!.getBoundingClientRect();
      expect([left, top, right, bottom]).to.deep.equal([0, 0, width, height]);
      expect(frameOf(stage)!.getBoundingClientRect().width).to.equal(width);
      expect(part(stage, 'resize')!.getClientRects()).to.have.length(0);
      expect(stage.shadowRoot!.querySelector('.launcher')!.getClientRects()).to.have.length(0);
      await stage.show({isOpen: false});
      expect(stage.shadowRoot!.querySelector('.launcher')!.getClientRects()).to.have.length(1);
      page.remove();
    });
  }
});
