import {chromium, type Browser} from 'playwright';
import {requireHeadlessChromium} from '../browsers.mjs';
import {startSite} from '../site/site.js';

/** A file that a page has loaded. */
export interface PageFile {
  readonly name: string;
  /** Bytes of brotli. */
  readonly size: number;
  /** Whether it had arrived before the request to the platform was sent. */
  readonly isBeforeQuestion: boolean;
}

/** A page that has an offer, by its script and the folder that this comes from. */
export interface PageSource {
  readonly folder: string;
  readonly markup: (origin: string) => string;
}

/** What a page notes about itself. Moments are in ms since the start of the navigation. */
interface Notes {
  readonly question: number;
  readonly card: number;
  readonly files: readonly PerformanceResourceTiming[];
}

/** Delay of every file, in ms, so that no file loaded together with the request arrives before it. */
const fileDelay = 100;

/** Loads of each page. The fastest counts: a page that takes longer than a second begins to load what comes after the card. */
const loads = 3;

/**
 * Loads pages until their card is visible, one at a time.
 *
 * @returns what each has loaded until then, in the order in which it came
 */
export async function loadPages(sources: readonly PageSource[]): Promise<readonly (readonly PageFile[])[]> {
  const browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
  const notes: Notes[] = [];
  for (const source of sources) notes.push(await loadFastest(browser, source));
  await browser.close();
  return notes.map(({question, card, files}) =>
    files
      .filter(({responseEnd}) => responseEnd <= card)
      .map((file) => ({
        name: file.name.replace(/.*\//, ''),
        size: file.encodedBodySize,
        isBeforeQuestion: file.responseEnd <= question,
      })),
  );
}

async function loadFastest(browser: Browser, source: PageSource): Promise<Notes> {
  let fastest = await loadPage(browser, source);
  for (let load = 1; load < loads; load++) {
    const next = await loadPage(browser, source);
    if (next.card < fastest.card) fastest = next;
  }
  return fastest;
}

async function loadPage(browser: Browser, {folder, markup}: PageSource): Promise<Notes> {
  const site = await startSite({
    pages: {'/page': (origin) => note + markup(origin)},
    folders: {'/files/': folder},
    fileDelay,
  });
  const page = await browser.newPage();
  await page.goto(`${site.url}/page`);
  await page.waitForFunction('cardAt').catch((cause: unknown) => {
    throw new Error(`No card appeared on the page that loads ${folder}.`, {cause});
  });
  const notes = await page.evaluate(() => {
    const entries = performance
      .getEntriesByType('resource')
      .map((entry) => entry.toJSON() as PerformanceResourceTiming);
    const {cardAt: card} = globalThis as unknown as {cardAt: number};
    const question = entries.find(({name}) => name.includes('/engagement?'))?.startTime ?? 0;
    return {card, question, files: entries.filter(({name}) => name.endsWith('.js'))};
  });
  await page.close();
  site.close();
  return notes;
}

const note = `<!doctype html>
<title>Brand</title>
<link rel="icon" href="data:,">
<script>
  cardAt = 0;
  const look = () => {
    const card = document.querySelector('web-engagement').shadowRoot?.querySelector('.card[data-open]');
    // It is painted before the next frame.
    if (card) requestAnimationFrame(() => (cardAt ||= performance.now()));
    else requestAnimationFrame(look);
  };
  addEventListener('engagement-show', look);
</script>
`;
