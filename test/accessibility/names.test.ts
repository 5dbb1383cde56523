import {expect} from '@open-wc/testing';
import {openFramePage, type FramePage} from '../support/pages/frame-page.js';
import {part} from '../support/element/mount.js';
import {showSurface, surfaces, visibleButtons} from '../support/element/surfaces.js';

/** What can be read of an element, in the order of the document. */
function visibleText(element: Element): string {
  const isRead = (node: Node): boolean => {
    const {parentElement} = node;
    return !!parentElement && getComputedStyle(parentElement).clipPath === 'none' && parentElement.checkVisibility();
  };
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) if (isRead(walker.currentNode)) texts.push(walker.currentNode.textContent ?? '');
  return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/** What a screen reader says of a button. */
function nameOf(button: Element): string {
  const copy = button.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return (button.getAttribute('aria-label') ?? copy.textContent).replaceAll(/\s+/g, ' ').trim();
}

describe('has names that begin with what can be read [A19]', () => {
  let page: FramePage;
  before(async () => {
    page = await openFramePage({width: 1280, height: 800});
  });
  after(() => page.close());

  for (const surface of surfaces) {
    it(`in ${surface.name}`, async () => {
      const element = await showSurface(page, surface);
      const buttons = visibleButtons(element);
      const names = buttons.map((button) => {
        const badge = button.querySelector('[part=badge]')?.textContent ?? '';
        return {name: nameOf(button), text: visibleText(button).replace(badge, '').trim()};
      });
      element.remove();
      expect(names).not.to.be.empty;
      expect(names.filter(({name, text}) => !name || !name.startsWith(text))).to.deep.equal([]);
    });
  }

  it('and a count of unread messages that is said once [A25]', async () => {
    const surface = surfaces.find(({shows}) => shows === 'badge')!;
    const element = await showSurface(page, surface);
    const launcher = part(element, 'launcher')!;
    const [name, text] = [nameOf(launcher), visibleText(launcher)];
    element.remove();
    expect(name).to.equal('Chat, 3 unread messages');
    expect(text).to.match(/^Chat *3$/);
  });
});
