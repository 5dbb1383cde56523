import {readFileSync} from 'node:fs';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundle} from '../../../demo/sandbox/files/bundle.js';
import {withLinks} from './links.js';
import {joinPages, listPages} from './llms.js';
import {createMarkdown} from './markdown.js';
import {type Chapter, readChapters} from './pages.js';
import {renderPages} from './render-pages.js';
import {sectionsOf} from './sections.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const {description} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {readonly description: string};

/** Builds the documents as a site that any host of files can serve, at any path. */
export async function buildDocsSite(folder: string): Promise<void> {
  const chapters = readChapters();
  await rm(folder, {recursive: true, force: true});
  await renderPages(folder, chapters, description);
  const files = {
    'search.json': JSON.stringify(sectionsIn(chapters)),
    'search.js': await bundle(join(root, 'docs/site/search/search.ts')),
    'llms.txt': listPages(description, chapters),
    'llms-full.txt': joinPages(description, chapters),
    ...Object.fromEntries(sourcesOf(chapters)),
  };
  await Promise.all(Object.entries(files).map(([name, content]) => write(join(folder, name), content)));
}

function sectionsIn(chapters: readonly Chapter[]): readonly object[] {
  const markdown = createMarkdown();
  return chapters.flatMap(({pages}) => pages.flatMap((page) => sectionsOf(page, markdown)));
}

function sourcesOf(chapters: readonly Chapter[]): readonly (readonly [string, string])[] {
  return chapters.flatMap(({pages}) => pages.map(({name, source}) => [`${name}.md`, withLinks(name, source)] as const));
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), {recursive: true});
  await writeFile(file, content);
}
