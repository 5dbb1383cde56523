import {cp, mkdir, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {basename, dirname, extname, join, relative, sep} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundle} from '../../demo/sandbox/files/bundle.js';
import {siteFolder} from '../../demo/static/worker/host-files.js';
import {buildDocsSite} from '../docs/site/docs-site.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const singleFiles = [
  'dist/custom-elements.json',
  'node_modules/axe-core/axe.min.js',
  'demo/static/keep-worker-alive.js',
];

/**
 * Builds the demo for a static host: the pages, the sandbox as a service worker, and the documents in `docs/`. It needs the output of
 * `npm run build` in dist/.
 *
 * @returns its size in bytes
 */
export async function buildStaticDemo(folder: string): Promise<number> {
  const site = join(folder, siteFolder);
  await rm(folder, {recursive: true, force: true});
  await mkdir(site, {recursive: true});
  // The site's own files take precedence, as in the sandbox on Node.
  for (const source of ['dist/script', 'demo/site']) await cp(join(root, source), site, {recursive: true});
  for (const source of singleFiles) await cp(join(root, source), join(site, basename(source)));
  await cp(join(root, 'demo/static/start.js'), join(folder, 'start.js'));
  await writeFile(
    join(folder, 'sandbox-worker.js'),
    await bundle(join(root, 'demo/static/worker/sandbox-worker.ts'), 'iife'),
  );
  for (const file of await filesIn(site)) {
    if (file.endsWith('.bundle.js')) await writeFile(join(site, file), await bundle(join(root, 'demo/site', file)));
    if (extname(file) === '.html') await writePage(folder, file);
  }
  await buildDocsSite(join(folder, 'docs'));
  return sizeOf(folder);
}

/** Makes the page keep the worker alive, and writes a page to its address that starts the worker. */
async function writePage(folder: string, file: string): Promise<void> {
  const path = join(folder, siteFolder, file);
  const top = '../'.repeat(file.split(sep).length - 1) || './';
  const source = await readFile(path, 'utf8');
  await writeFile(path, source.replace(/(?=<script\b)/, `<script src="${top}keep-worker-alive.js"></script>\n    `));
  const start = await readFile(join(root, 'demo/static/start.html'), 'utf8');
  const described = start.replace('{{root}}', top).replace('{{description}}', () => descriptionOf(source));
  await mkdir(dirname(join(folder, file)), {recursive: true});
  await writeFile(join(folder, file), described);
}

/** The description of a page for clients that do not run its scripts. */
function descriptionOf(source: string): string {
  return (source.match(/<title>[^]*?<\/title>|<meta\s+name="description"[^]*?>/g) ?? []).join('\n    ');
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true});
  const files = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  return files.map((file) => relative(folder, file)).sort();
}

async function sizeOf(folder: string): Promise<number> {
  const contents = await Promise.all((await filesIn(folder)).map((file) => readFile(join(folder, file))));
  return contents.reduce((sum, {length}) => sum + length, 0);
}
