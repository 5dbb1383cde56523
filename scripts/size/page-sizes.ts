import {fileURLToPath} from 'node:url';
import {pageBudgets, type PageBudget, type PageName} from './budgets.js';
import {bundleConsumer} from './consumers/consumer.js';
import {loadPages, type PageFile, type PageSource} from './page-load.js';

/** Bytes that a page with an offer loads, and the budget for them. */
export interface PageSize {
  readonly page: PageName;
  readonly files: readonly PageFile[];
  readonly size: PageBudget;
  readonly budget: PageBudget;
}

const settings = (origin: string, prefix = '') =>
  `${prefix}account-id="offer" ${prefix}app-installation-id="size" ${prefix}api-host="${origin}"`;

const scriptTag: PageSource = {
  folder: fileURLToPath(new URL('../../dist/script/', import.meta.url)),
  markup: (origin) => `<script async src="/files/web-engagement.js" ${settings(origin, 'data-')}></script>`,
};

const module = (folder: string): PageSource => ({
  folder,
  markup: (origin) => `<script type="module" src="/files/app.js"></script>
<web-engagement ${settings(origin)}></web-engagement>`,
});

const sources: Readonly<Record<PageName, () => Promise<PageSource>>> = {
  'script tag': () => Promise.resolve(scriptTag),
  'npm, Rollup': async () => module(await bundleConsumer('rollup')),
  'npm, esbuild': async () => module(await bundleConsumer('esbuild')),
  'npm, webpack': async () => module(await bundleConsumer('webpack')),
};

/** Loads the pages that `npm run build` makes possible, and adds up what each loads. */
export async function measurePages(): Promise<readonly PageSize[]> {
  const names = Object.keys(sources) as PageName[];
  const loads = await loadPages(await Promise.all(names.map((name) => sources[name]())));
  return names.map((page, index) => {
    const files = loads[index] ?? [];
    const size = {question: sum(files.filter(({isBeforeQuestion}) => isBeforeQuestion)), card: sum(files)};
    return {page, files, size, budget: pageBudgets[page]};
  });
}

/** Names of the files that the script tag loads after its first one until the card is visible: those to preload. */
export function cardFiles(pages: readonly PageSize[]): readonly string[] {
  const {files = []} = pages.find(({page}) => page === 'script tag') ?? {};
  return files.map(({name}) => name).filter((name) => name !== 'web-engagement.js');
}

function sum(files: readonly PageFile[]): number {
  return files.reduce((total, {size}) => total + size, 0);
}
