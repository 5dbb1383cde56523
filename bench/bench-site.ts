import {fileURLToPath} from 'node:url';
import {bundleConsumer} from '../scripts/size/consumers/consumer.js';
import {startSite, type Site} from '../scripts/site/site.js';
import {buildFloors} from './floors/build-floors.js';
import {documentOf} from './pages/document.js';
import type {BenchPages} from './pages/page.js';

const scriptTag = fileURLToPath(new URL('../dist/script/', import.meta.url));

/** Serves pages, each at its name, and the scripts they use. Needs the files that `npm run build` leaves in `dist/`. */
export async function startBenchSite(
  pages: BenchPages,
  more: Partial<Parameters<typeof startSite>[0]> = {},
): Promise<Site> {
  const documents = Object.entries(pages).map(
    ([name, page]) => [`/${name}`, (origin: string) => documentOf(page, origin)] as const,
  );
  const folders = {'/script/': scriptTag, '/npm/': await bundleConsumer('esbuild'), '/floors/': await buildFloors()};
  return startSite({...more, pages: Object.fromEntries(documents), folders: {...folders, ...more.folders}});
}
