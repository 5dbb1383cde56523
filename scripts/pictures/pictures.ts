import {mkdirSync, mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright';
import {requireHeadlessChromium} from '../browsers.mjs';
import {writeSheet, type SheetPicture} from './contact-sheet.js';
import {takeDemo} from './demo-pictures.js';
import {dashboardPage, hostPages, shopPage} from './host-pages.js';
import {openPicture, type Look} from './picture-page.js';
import {
  banner,
  folded,
  invited,
  panel,
  states,
  unread,
  wayBack,
  withAgent,
  withOptions,
  type PictureState,
} from './states.js';

// npm run pictures    takes the pictures of the documents from the built files, and in a temporary folder pictures of every
//                     state in every look, of pages with things of their own in the corner, with a sheet of each, and of the demo

const documents = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const everything = mkdtempSync(join(tmpdir(), 'web-engagement-pictures-'));
mkdirSync(documents, {recursive: true});

const sizes = {desktop: {width: 1280, height: 800}, phone: {width: 390, height: 844}, small: {width: 320, height: 568}};

/** Light and dark in each direction. */
const appearances = (['ltr', 'rtl'] as const).flatMap((direction) =>
  (['light', 'dark'] as const).map((colorScheme) => ({direction, colorScheme})),
);

const browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});

async function take(state: PictureState, look: Look, folder: string, body?: string): Promise<string> {
  const page = await openPicture(browser, state, look, body);
  const path = join(folder, `${state.name}-${look.name}.png`);
  await page.screenshot({path});
  await page.context().close();
  return path;
}

/** Pictures of one size, in all appearances. */
function takeRow(state: PictureState, name: keyof typeof sizes): Promise<SheetPicture[]> {
  const row = appearances.map(async ({direction, colorScheme}): Promise<SheetPicture> => {
    const browser = {viewport: sizes[name], colorScheme};
    const path = await take(state, {name: `${name}-${direction}-${colorScheme}`, direction, browser}, everything);
    if (name !== 'desktop') return {path, width: 225, height: name === 'phone' ? 487 : 400};
    return {path, width: 457, height: 560, corner: direction === 'rtl' ? 'left bottom' : 'right bottom'};
  });
  return Promise.all(row);
}

for (const state of states) {
  const [desktop, phone, small] = [
    await takeRow(state, 'desktop'),
    await takeRow(state, 'phone'),
    await takeRow(state, 'small'),
  ];
  await writeSheet(browser, join(everything, `sheet-${state.name}.png`), [desktop, [...phone, ...small]]);
}

const pages = [{name: 'shop', body: shopPage}, {name: 'dashboard', body: dashboardPage}, ...hostPages];

for (const {name, body} of pages) {
  const rows = [invited, folded].map((state) =>
    Promise.all(
      Object.entries(sizes).map(async ([size, viewport]): Promise<SheetPicture> => {
        const path = await take(state, {name: `${name}-${size}`, browser: {viewport}}, everything, body);
        return {path, width: Math.round((500 * viewport.width) / viewport.height), height: 500};
      }),
    ),
  );
  await writeSheet(browser, join(everything, `sheet-page-${name}.png`), await Promise.all(rows));
}

// In a lower window, the widget removes its launcher.
const size = {width: 560, height: 500};
const look: Look = {name: 'document', browser: {viewport: size, deviceScaleFactor: 2}};

/** A picture of the documents: one state beside the other. */
async function writeDocumentPicture(name: string, pair: readonly PictureState[], body?: string): Promise<void> {
  const pictures = pair.map(async (state) => ({path: await take(state, look, everything, body), ...size}));
  await writeSheet(browser, join(documents, `${name}.png`), [await Promise.all(pictures)], 2);
}

await writeDocumentPicture('states', [invited, wayBack]);
await writeDocumentPicture('agent', [withAgent, withOptions]);
await writeDocumentPicture('conversation', [panel, unread]);
await writeDocumentPicture('formats', [folded, banner]);
await writeDocumentPicture('cookie-banner', [invited, folded], hostPages[0]?.body);

await takeDemo(browser, everything);

await browser.close();
console.log(`${documents}\n${everything}`);
