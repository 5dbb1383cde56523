import {expect} from '@open-wc/testing';
import {announce} from '../../../src/element/page/announcement.js';
import {createTestClock} from '../../support/fakes/test-clock.js';

describe('announce', () => {
  let region: HTMLElement;
  beforeEach(() => (region = document.createElement('div')));

  it('says a text after the region is there, and takes it away again', async () => {
    const {sleep, pass} = createTestClock();
    announce(region, () => 'Hello', sleep);
    await pass(99);
    expect(region.textContent).to.equal('');
    await pass(1);
    expect(region.textContent).to.equal('Hello');
    await pass(10_000);
    expect(region.textContent).to.equal('');
  });

  it('says nothing that was taken back in time', async () => {
    const {sleep, pass} = createTestClock();
    const takeBack = announce(region, () => 'Hello', sleep);
    takeBack();
    await pass(100);
    expect(region.textContent).to.equal('');
  });

  it('is silent at once when it is taken back later', async () => {
    const {sleep, pass} = createTestClock();
    const takeBack = announce(region, () => 'Hello', sleep);
    await pass(100);
    expect(region.textContent).to.equal('Hello');
    takeBack();
    expect(region.textContent).to.equal('');
  });
});
