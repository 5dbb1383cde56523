import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Browser, BrowserContextOptions, Page} from 'playwright';
import type {PictureState} from './states.js';

/** How a visitor's browser shows a page. */
export interface Look {
  readonly name: string;
  readonly browser: BrowserContextOptions;
  readonly direction?: 'ltr' | 'rtl';
}

const origin = 'https://brand.example';
const script = (name: string): string => fileURLToPath(new URL(`../../dist/script${name}`, import.meta.url));

/** Grey shapes, so that nothing is seen but the widget. */
const quietPage = `
  <style>
    body {margin: 0; background: light-dark(#f6f5f2, #191a1c)}
    header {display: flex; gap: 1.5rem; padding: 1rem 2rem; background: light-dark(#fff, #222326)}
    main {display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; padding: 2rem}
    i {height: 0.75rem; width: 3.5rem; border-radius: 1rem; background: light-dark(#dddad3, #3b3d42)}
    header i:first-child {width: 6rem; background: light-dark(#a8a294, #6d7078)}
    h1, p {grid-column: 1 / -1; margin: 0; height: 1.5rem; border-radius: 0.5rem; background: light-dark(#cfcbc1, #4a4d53)}
    h1 {width: 60%; height: 2rem}
    p {width: 85%; height: 0.75rem; background: light-dark(#e4e1da, #33353a)}
    main div {height: 9rem; border-radius: 0.75rem; background: light-dark(#e9e6df, #292b2f)}
  </style>
  <header><i></i><i></i><i></i></header>
  <main><h1></h1><p></p>${'<div></div>'.repeat(12)}</main>`;

const portrait = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#cfe3dc"/>
  <path d="M12 64c0-14 9-22 20-22s20 8 20 22" fill="#2f5d50"/><circle cx="32" cy="27" r="13" fill="#e7b798"/>
  <path d="M18 29c-1-14 6-20 14-20s16 6 14 20c-2-6-5-9-8-10-6 3-14 3-17 2-1 2-2 5-3 8" fill="#4a3328"/></svg>`;

const chat = `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Chat</title>
  <body style="font: 16px/1.5 system-ui, sans-serif"><p>Hello, this is Mia. How can I help?</p></body></html>`;

const files: Readonly<Record<string, {readonly contentType: string; readonly body: string}>> = {
  [`${origin}/portrait.svg`]: {contentType: 'image/svg+xml', body: portrait},
  'https://chat.example/': {contentType: 'text/html', body: chat},
};

/** Opens a page that shows the widget in a state, with nothing that still moves. */
export async function openPicture(browser: Browser, state: PictureState, look: Look, body = quietPage): Promise<Page> {
  const context = await browser.newContext({reducedMotion: 'reduce', ...look.browser});
  const page = await context.newPage();
  await page.route('**', (route) => {
    const url = route.request().url();
    const {pathname} = new URL(url);
    if (url === `${origin}/`) return route.fulfill({contentType: 'text/html', body: markup(state, look, body)});
    if (files[url]) return route.fulfill(files[url]);
    if (!pathname.endsWith('.js')) return route.fulfill({status: 404});
    return route.fulfill({contentType: 'text/javascript', body: readFileSync(script(pathname))});
  });
  await page.goto(`${origin}/`);
  const part = (name: string) => page.locator(`web-engagement [part~="${name}"]`).first();
  for (const name of state.presses ?? []) await part(name).click();
  await part(state.shows).waitFor();
  // A pointer on a button shows its tooltip.
  await page.mouse.move(0, 0);
  return page;
}

function markup({fact, settings = '{}'}: PictureState, {direction = 'ltr'}: Look, body: string): string {
  return `<!doctype html><html lang="${direction === 'rtl' ? 'ar' : 'en'}" dir="${direction}"><head><meta charset="utf-8"><title>Brand</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
    <script>
      window.WebEngagement = (...call) => new Promise((done) => (WebEngagement.q ||= []).push([done, ...call]));
      for (const [name, value] of Object.entries(${settings})) WebEngagement('set', name, value);
      WebEngagement('set', 'sources', [{name: 'pictures', start: (report) => report(${fact})}]);
    </script></head><body>${body}<script async src="/web-engagement.js" data-open-in="event"></script></body></html>`;
}
