import {readFileSync} from 'node:fs';
import {measureSizes} from '../size/measured-sizes.js';
import {cardFiles, measurePages} from '../size/page-sizes.js';
import {describeConsole} from './console/console-tables.js';
import {readPart} from './document-part.js';
import {describeElement, type Manifest} from './element-tables.js';
import type {Row} from './tables.js';
import {describeServer} from './openapi/openapi.js';
import {updateDocument, updateJson} from './update-document.js';

// npm run docs: writes the tables of README.md and docs/ from the manifest, the sizes of what was built, the last run of the bench, and
// docs/hosts.md. It writes docs/openapi.json from the schemas of the server.

const manifest = JSON.parse(
  readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'),
) as Manifest;
const timeline = Object.entries(describeElement(manifest, 'engagement-timeline'));

const pages = await measurePages();

const tables = {
  ...describeElement(manifest),
  ...Object.fromEntries(timeline.map(([name, rows]) => [`timeline-${name}`, rows])),
  ...describeConsole(),
  sizes: describeFiles(),
  'page-sizes': describePages(),
  preload: describePreload(),
  'first-file': describeFirstFile(),
  hosts: readPart('docs/hosts.md', 'In short'),
  speed: readPart('bench/results.md', 'In short'),
};

const documents = [
  'README.md',
  'demo/site/index.html',
  ...['element', 'script-tag', 'sizes', 'timeline', 'troubleshooting'].map((name) => `docs/${name}.md`),
];
for (const path of documents) updateDocument(path, tables);
updateJson('docs/openapi.json', describeServer());

function describeFiles(): readonly Row[] {
  return [
    ['file', 'loaded', 'brotli', 'budget'],
    ...measureSizes().map(({file, when, brotli, budget}) => [
      `\`${file}\``,
      when,
      kilobytes(brotli),
      budget === undefined ? '' : kilobytes(budget),
    ]),
  ];
}

function describePages(): readonly Row[] {
  return [
    ['a page with an offer', 'before the request', 'budget', 'until the card', 'budget'],
    ...pages.map(({page, size, budget}) => [
      page,
      ...[size.question, budget.question, size.card, budget.card].map(kilobytes),
    ]),
  ];
}

function describeFirstFile(): string {
  return kilobytes(pages.find(({page}) => page === 'script tag')?.size.question ?? NaN);
}

function describePreload(): string {
  const links = cardFiles(pages).map(
    (name) => `<link rel="modulepreload" href="https://cdn.example/${name}" crossorigin>`,
  );
  return ['```html', ...links, '```'].join('\n');
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
