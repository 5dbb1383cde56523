import {expect, waitUntil} from '@open-wc/testing';
import {createStage, exposed, inConversation} from '../support/element-session.js';
import {isRendered, mountIn, part, settle} from '../support/mount.js';

const schemes = ['light', 'dark'] as const;
const directions = ['ltr', 'rtl'] as const;

/** Opens a page of this size in which the element is defined. */
async function openFrame(width: number, height: number): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {border: '0', width: `${width}px`, height: `${height}px`});
  document.body.append(frame);
  const {customElements} = frame.contentWindow as Window & typeof globalThis;
  const script = frame.contentDocument!.createElement('script');
  Object.assign(script, {type: 'module', src: import.meta.resolve('../../src/element/define.ts')});
  frame.contentDocument!.head.append(script);
  await customElements.whenDefined('web-engagement');
  return frame;
}

describe('The element is accessible', () => {
  afterEach(() => {
    document.documentElement.removeAttribute('dir');
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const fact of [exposed, inConversation]) {
    for (const scheme of schemes) {
      for (const direction of directions) {
        it(`in ${fact.type}, ${scheme} and ${direction}`, async () => {
          document.documentElement.dir = direction;
          document.documentElement.style.colorScheme = scheme;
          const locale = direction === 'rtl' ? 'ar' : 'en';
          const element = await mountIn(fact.type as 'expose', createStage(fact), {locale});
          await waitUntil(() => isRendered(element, 'card'));
          await settle(element);
          await expect(element).to.be.accessible();
          element.hide();
          await settle(element);
          await expect(element).to.be.accessible();
        });
      }
    }

    it(`with targets of 44 px in ${fact.type}`, async () => {
      const element = await mountIn(fact.type as 'expose', createStage(fact));
      for (const button of element.shadowRoot!.querySelectorAll('button')) {
        const {width, height} = button.getBoundingClientRect();
        expect(Math.min(width, height), button.part.value).to.be.at.least(44);
      }
    });
  }

  it('with corners that follow the page’s direction', async () => {
    const element = await mountIn('expose', createStage(exposed));
    document.documentElement.dir = 'rtl';
    expect(part(element, 'card')!.getBoundingClientRect().left).to.be.below(innerWidth / 4);
  });

  it('with a card that fits into 320 pixels and scrolls inside', async () => {
    const frame = await openFrame(320, 256);
    const element = frame.contentDocument!.createElement('web-engagement');
    element.session = createStage(exposed).session;
    frame.contentDocument!.body.append(element);
    await waitUntil(() => isRendered(element, 'card'));
    await settle(element);
    const card = part(element, 'card')!;
    const {left, right, top, bottom} = card.getBoundingClientRect();
    expect([left >= 16, right <= 304, top >= 16, bottom <= 240]).to.deep.equal([true, true, true, true]);
    expect(card.clientHeight).to.be.above(200);
    expect(card.scrollHeight).to.be.above(card.clientHeight);
    expect(card.scrollWidth).to.equal(card.clientWidth);
    frame.remove();
  });
});
