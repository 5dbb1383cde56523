import {expect} from '@open-wc/testing';
import type {WebEngagementElement} from '../../../src/element/web-engagement.js';
import {createStage, exposed, inConversation} from '../../support/element/element-session.js';
import {isRendered, mountIn, part, settle} from '../../support/element/mount.js';
import {waitUntil} from '../../support/wait-until.js';

const show = (properties: Partial<WebEngagementElement> = {}): Promise<WebEngagementElement> =>
  mountIn('expose', createStage(exposed), properties);

const boxOf = (element: WebEngagementElement, name: string): number[] => {
  const {x, y, width, height} = part(element, name)!.getBoundingClientRect();
  return [x, y, width, height].map(Math.round);
};

describe('The look of the card', () => {
  it('has two buttons of the same width', async () => {
    for (const locale of ['en', 'de', 'ja']) {
      const element = await show({locale});
      expect(boxOf(element, 'accept')[2], locale).to.equal(boxOf(element, 'dismiss')[2]);
      element.remove();
    }
  });

  for (const format of ['card', 'banner'] as const) {
    it(`stays as it is when the ${format} shows further options`, async () => {
      const element = await show({format});
      const parts = ['card', 'title', 'accept', 'dismiss', 'close'];
      const before = parts.map((name) => boxOf(element, name));
      part(element, 'more')!.click();
      await settle(element);
      expect(parts.map((name) => boxOf(element, name))).to.deep.equal(before);
      const {left, right, top, bottom} = part(element, 'options')!.getBoundingClientRect();
      expect([left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]).to.deep.equal([true, true, true, true]);
    });
  }

  it('gives every icon button a tooltip with its name, which says what it acts on', async () => {
    const element = await show();
    const names = ['more', 'close'].map((name) => [part(element, name)!.title, part(element, name)!.ariaLabel]);
    expect(names).to.deep.equal([
      ['More options', 'More options'],
      ['Hide invitation', 'Hide invitation'],
    ]);
  });

  it('moves and fades only, and comes to an end', async () => {
    const element = await show();
    element.hide();
    await element.updateComplete;
    const moving = element.shadowRoot!.querySelector('.surface.card')!.getAnimations({subtree: true});
    const properties = moving.flatMap((it) => ('transitionProperty' in it ? [String(it.transitionProperty)] : []));
    expect(
      properties.filter((it) => !['opacity', 'translate', 'scale', 'display', 'overlay'].includes(it)),
    ).to.deep.equal([]);
    await waitUntil(() => !isRendered(element, 'card'), 'the card has gone');
    await waitUntil(() => element.shadowRoot!.querySelector('.card')!.getAnimations({subtree: true}).length === 0);
  });
});

describe('The launcher', () => {
  /** What can be seen of its glyphs: that of the chat, and that which folds. */
  const glyphsOf = (element: WebEngagementElement): boolean[] =>
    [...part(element, 'launcher')!.querySelectorAll('path')].map((path) =>
      [path, path.parentElement!].every((it) => getComputedStyle(it).opacity === '1'),
    );

  /** Resolves when the glyphs have faded into this. */
  const shows = (element: WebEngagementElement, chat: boolean, fold: boolean): Promise<void> =>
    waitUntil(() => String(glyphsOf(element)) === String([chat, fold]), `the glyphs are ${String([chat, fold])}`);

  it('shows what it opens while it is closed, and that it folds while it is open', async () => {
    const element = await show();
    await shows(element, false, true);
    part(element, 'close')!.click();
    await shows(element, true, false);
    expect(part(element, 'launcher')!.ariaExpanded).to.equal('false');
  });
});

describe('A finger that swipes', () => {
  /** As a touch screen reports it; few desktop browsers can make such events themselves. */
  function swipe(card: HTMLElement, across: number, down: number): boolean {
    const send = (type: string, x: number, y: number): boolean => {
      const touches = [{clientX: x, clientY: y}];
      const event = Object.assign(new Event(type, {bubbles: true, cancelable: true}), {
        touches,
        changedTouches: touches,
      });
      return card.dispatchEvent(event);
    };
    send('touchstart', 100, 100);
    const isScrolling = send('touchmove', 100 + across, 100 + down);
    send('touchend', 100 + across, 100 + down);
    return isScrolling;
  }

  const cases: [where: string, across: number, down: number, folds: boolean][] = [
    ['down', 5, 80, true],
    ['a little down', 0, 20, false],
    ['up', 0, -80, false],
    ['to the side', 120, 80, false],
  ];
  for (const [where, across, down, folds] of cases) {
    it(`${where} ${folds ? 'folds' : 'does not fold'} the card`, async () => {
      const element = await mountIn('conversation', createStage(inConversation));
      const isScrolling = swipe(part(element, 'card')!, across, down);
      await settle(element);
      expect([isRendered(element, 'card'), element.matches(':state(open)')]).to.deep.equal([!folds, !folds]);
      if (folds) expect(isScrolling, 'the page scrolls').to.be.false;
    });
  }

  it('down in a card that is scrolled scrolls it back', async () => {
    const element = await show();
    const content = part(element, 'card')!.firstElementChild as HTMLElement;
    content.style.maxHeight = '60px';
    content.scrollTop = 20;
    expect(swipe(part(element, 'card')!, 0, 80)).to.be.true;
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });

  it('down leaves a card within the page as it is', async () => {
    const element = await show({placement: 'inline'});
    swipe(part(element, 'card')!, 0, 80);
    await settle(element);
    expect(isRendered(element, 'card')).to.be.true;
  });
});
