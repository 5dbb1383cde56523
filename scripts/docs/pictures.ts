import {mkdirSync, mkdtempSync, readFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {requireBrowser} from '../browsers.mjs';

// Takes the pictures of the README from the built files, and pictures of every appearance in a temporary folder.

const documentation = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));

interface Scene {
  readonly name: string;
  readonly scenario: string;
  /** Changes the widget from its initial appearance to that of the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

interface Look {
  readonly name: string;
  readonly browser: BrowserContextOptions;
  /** Attributes of the page's root. */
  readonly root?: string;
}

const expose: Scene = {name: 'expose', scenario: 'expose'};
const conversation: Scene = {name: 'conversation', scenario: 'conversation'};
const launcher: Scene = {
  name: 'launcher',
  scenario: 'conversation',
  prepare: async (page) => {
    await page.locator('[part=launcher]').click();
    await page.mouse.move(0, 0);
  },
};

const agent: Scene = {
  name: 'agent',
  scenario: 'expose',
  prepare: async (page) => {
    await page.evaluate("WebEngagement('set', 'agent', {name: 'Mia Berg', role: 'Sales advisor'})");
    await page.locator('[part=agent]').waitFor();
  },
};

// In a lower window, the widget removes its launcher.
const size = {width: 560, height: 500};
const density = 2;
const gap = 24;
const readme: Look = {
  name: 'readme',
  browser: {viewport: size, deviceScaleFactor: density, reducedMotion: 'reduce'},
};

const desktop: BrowserContextOptions = {viewport: {width: 1000, height: 640}, reducedMotion: 'reduce'};
const looks: readonly Look[] = [
  {name: 'light', browser: desktop},
  {name: 'dark', browser: {...desktop, colorScheme: 'dark'}},
  {name: 'rtl', browser: desktop, root: 'lang="ar" dir="rtl"'},
  {name: 'narrow', browser: {...desktop, viewport: {width: 320, height: 568}, deviceScaleFactor: 2}},
];

function brandPage(origin: string, account: string, {root = 'lang="en"'}: Look): string {
  return `<!doctype html>
<html ${root}>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Brand</title>
<style>
  :root {color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif}
  body {margin: 0; background: light-dark(#f6f5f2, #191a1c)}
  header {display: flex; gap: 1.5rem; padding: 1rem 2rem; background: light-dark(#fff, #222326)}
  main {display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; padding: 2rem}
  i {height: 0.75rem; width: 3.5rem; border-radius: 1rem; background: light-dark(#dddad3, #3b3d42)}
  header i:first-child {width: 6rem; background: light-dark(#a8a294, #6d7078)}
  h1, p {grid-column: 1 / -1; margin: 0; height: 1.5rem; border-radius: 0.5rem; background: light-dark(#cfcbc1, #4a4d53)}
  h1 {width: 60%; height: 2rem}
  p {width: 85%; height: 0.75rem; background: light-dark(#e4e1da, #33353a)}
  div {height: 9rem; border-radius: 0.75rem; background: light-dark(#e9e6df, #292b2f)}
</style>
<header><i></i><i></i><i></i></header>
<main><h1></h1><p></p>${'<div></div>'.repeat(12)}</main>
<script async src="${origin}/web-engagement.js" data-account-id="${account}" data-app-installation-id="pictures"
  data-api-host="${origin}"></script>`;
}

async function takePicture(
  browser: Browser,
  {url}: Sandbox,
  scene: Scene,
  look: Look,
  folder: string,
): Promise<string> {
  const account = `${scene.name}-${look.name}`;
  await fetch(`${url}/sandbox/${account}/scenario`, {method: 'PUT', body: JSON.stringify({name: scene.scenario})});
  const context = await browser.newContext(look.browser);
  const page = await context.newPage();
  await page.route(`${url}/picture`, (route) =>
    route.fulfill({contentType: 'text/html', body: brandPage(url, account, look)}),
  );
  await page.goto(`${url}/picture`);
  await page.locator('[part=card]').waitFor();
  await scene.prepare?.(page);
  const path = join(folder, `${scene.name}${look === readme ? '' : `-${look.name}`}.png`);
  await page.screenshot({path});
  await context.close();
  return path;
}

/** Combines pictures of the documentation side by side. */
async function placeSideBySide(browser: Browser, paths: readonly string[], path: string): Promise<void> {
  const sources = paths.map((it) => `data:image/png;base64,${readFileSync(it, 'base64')}`);
  const images = sources.map((source) => `<img src="${source}" width="${size.width}" height="${size.height}">`);
  const width = size.width * paths.length + gap * (paths.length - 1);
  const page = await browser.newPage({viewport: {width, height: size.height}, deviceScaleFactor: density});
  await page.setContent(`<body style="margin: 0; display: flex; gap: ${gap}px">${images.join('')}`);
  await page.screenshot({path, omitBackground: true});
  await page.close();
}

mkdirSync(documentation, {recursive: true});
const everyLook = mkdtempSync(join(tmpdir(), 'web-engagement-pictures-'));
const sandbox = await startSandbox();
const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
const take = (scene: Scene, look: Look, folder: string) => takePicture(browser, sandbox, scene, look, folder);

const pair = [await take(expose, readme, documentation), await take(conversation, readme, documentation)];
await placeSideBySide(browser, pair, join(documentation, 'states.png'));
for (const look of looks)
  for (const scene of [expose, conversation, launcher, agent]) await take(scene, look, everyLook);

await browser.close();
await sandbox.close();
console.log(`${documentation}\n${everyLook}`);
