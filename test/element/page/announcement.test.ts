import {aTimeout, expect} from '@open-wc/testing';
import {announce} from '../../../src/element/page/announcement.js';

/** A live region that notes every text it has had. */
function createRegion() {
  const region = document.createElement('div');
  const texts: string[] = [];
  const observer = new MutationObserver(() => texts.push(region.textContent));
  observer.observe(region, {childList: true});
  return {region, texts};
}

describe('announce', () => {
  it('says a text after the region is there, and takes it away again', async () => {
    const {region, texts} = createRegion();
    announce(region, () => 'Hello', {delay: 0, duration: 20});
    expect(region.textContent).to.equal('');
    await aTimeout(60);
    expect(texts).to.deep.equal(['Hello', '']);
  });

  it('says nothing that was taken back in time', async () => {
    const {region, texts} = createRegion();
    const takeBack = announce(region, () => 'Hello', {delay: 0});
    takeBack();
    await aTimeout(20);
    expect(texts).not.to.include('Hello');
  });

  it('is silent at once when it is taken back later', async () => {
    const {region} = createRegion();
    const takeBack = announce(region, () => 'Hello', {delay: 0});
    await aTimeout(20);
    takeBack();
    expect(region.textContent).to.equal('');
  });
});
