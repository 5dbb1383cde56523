import assert from 'node:assert/strict';
import {until} from '../e2e/until.js';
import {inOneHostWindow} from './support/host-tests.js';

/** What a browser of the last years lacks, as code that runs before the page's own. */
const lacks: Readonly<Record<string, string>> = {
  'custom states': `delete ElementInternals.prototype.states`,
  'element internals': `delete HTMLElement.prototype.attachInternals`,
  'element internals, which throw': `HTMLElement.prototype.attachInternals = () => { throw new DOMException('', 'NotSupportedError'); }`,
  popovers: `for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name]`,
  'style sheets without an element': `for (const it of [Document, ShadowRoot]) delete it.prototype.adoptedStyleSheets; delete CSSStyleSheet.prototype.replaceSync; delete CSSStyleSheet.prototype.replace`,
  'checkVisibility()': `delete Element.prototype.checkVisibility`,
  scrollend: `delete globalThis.onscrollend; delete Document.prototype.onscrollend`,
  'an observer of intersections': `delete globalThis.IntersectionObserver`,
  'broadcast channels and locks': `delete globalThis.BroadcastChannel; delete Navigator.prototype.locks`,
  'trusted types': `delete globalThis.trustedTypes`,
  'URL.canParse()': `delete URL.canParse`,
  'signals that several others abort': `delete AbortSignal.any`,
  prerendering: `delete Document.prototype.prerendering`,
  'all of these': `delete ElementInternals.prototype.states; delete Element.prototype.checkVisibility;
    for (const it of [Document, ShadowRoot]) delete it.prototype.adoptedStyleSheets; delete CSSStyleSheet.prototype.replaceSync;
    for (const name of ['popover', 'showPopover', 'hidePopover', 'togglePopover']) delete HTMLElement.prototype[name];
    delete globalThis.IntersectionObserver; delete globalThis.BroadcastChannel; delete Navigator.prototype.locks;
    delete URL.canParse; delete AbortSignal.any`,
};

inOneHostWindow('a browser that lacks something', (test) => {
  for (const [title, code] of Object.entries(lacks)) {
    for (const way of ['script', 'npm'] as const) {
      test(`without ${title} the ${way === 'npm' ? 'npm package' : 'script'} shows an invitation that can be used [H23]`, async (host) => {
        await host.runFirst(code);
        const bundle = way === 'npm' ? await host.npm() : '';
        const body =
          way === 'npm'
            ? `<web-engagement ${host.settings()}></web-engagement><script src="${bundle}"></script>`
            : host.script();
        await host.open({body});
        await host.showsCard();
        await until('the impression is reported', () => host.sent('report').length > 0);
        await host.page.getByRole('button', {name: 'Start chat'}).click();
        await host.isTrue('it is accepted', `document.querySelector('web-engagement').state === 'accepted'`);
        await until('the card has gone', async () => (await host.cards()) === 0);
        assert.deepEqual(host.said, []);
      });
    }
  }
});
