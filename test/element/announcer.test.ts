import {aTimeout, expect} from '@open-wc/testing';
import {Announcer} from '../../src/element/announcer.js';

/** A live region that notes every text it has had. */
function createRegion() {
  const region = document.createElement('div');
  const texts: string[] = [];
  const observer = new MutationObserver(() => texts.push(region.textContent));
  observer.observe(region, {childList: true});
  return {region, texts};
}

describe('The announcer', () => {
  it('says a text after the region is there, and takes it away again', async () => {
    const {region, texts} = createRegion();
    new Announcer({delay: 0, duration: 20}).announce(region, () => 'Hello');
    expect(region.textContent).to.equal('');
    await aTimeout(60);
    expect(texts).to.deep.equal(['Hello', '']);
  });

  it('says nothing that was taken back in time', async () => {
    const {region, texts} = createRegion();
    const announcer = new Announcer({delay: 0});
    announcer.announce(region, () => 'Hello');
    announcer.clear();
    await aTimeout(20);
    expect(texts).not.to.include('Hello');
  });

  it('says the later of two texts only', async () => {
    const {region, texts} = createRegion();
    const announcer = new Announcer({delay: 0});
    announcer.announce(region, () => 'Hello');
    announcer.announce(region, () => 'Goodbye');
    await aTimeout(20);
    expect(texts.filter(Boolean)).to.deep.equal(['Goodbye']);
    announcer.clear();
  });
});
