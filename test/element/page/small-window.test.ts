import {expect} from '@open-wc/testing';
import {openFramePage} from '../../support/pages/frame-page.js';
import {part} from '../../support/element/mount.js';
import {showSurface, surfaces} from '../../support/element/surfaces.js';

describe('A small window', () => {
  it('has a card with a margin of 16 px, which scrolls inside', async () => {
    const page = await openFramePage({width: 320, height: 256});
    const element = await showSurface(
      page,
      surfaces.find(({shows}) => shows === 'wait')!,
    );
    const card = part(element, 'card')!;
    const {left, right, top, bottom} = card.getBoundingClientRect();
    expect([left >= 16, right <= 304, top >= 16, bottom <= 240]).to.deep.equal([true, true, true, true]);
    expect(card.clientHeight).to.be.above(200);
    const content = card.firstElementChild!;
    expect(content.scrollHeight).to.be.above(content.clientHeight);
    expect(content.scrollWidth).to.equal(content.clientWidth);
    page.close();
  });

  it('has room for the further options above the card, which gets lower', async () => {
    const page = await openFramePage({width: 320, height: 256});
    const element = await showSurface(
      page,
      surfaces.find(({shows}) => shows === 'options')!,
    );
    const [options, card] = ['options', 'card'].map((name) => part(element, name)!.getBoundingClientRect());
    expect([options!.top >= 0, options!.bottom <= card!.top, card!.bottom <= 240]).to.deep.equal([true, true, true]);
    page.close();
  });
});
