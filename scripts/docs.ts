import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describeElement, fillTables, type Manifest, type Row} from './reference-tables.js';
import {measureSizes} from './sizes.js';

// Writes the reference tables of README.md from the manifest; with --check it only tells whether they are up to date.

const fileAt = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const manifest = JSON.parse(readFileSync(fileAt('dist/custom-elements.json'), 'utf8')) as Manifest;
const before = readFileSync(fileAt('README.md'), 'utf8');
const after = fillTables(before, {...describeElement(manifest), sizes: await tellSizes()});

if (!process.argv.includes('--check')) {
  if (after !== before) writeFileSync(fileAt('README.md'), after);
} else if (after !== before) {
  console.error('The reference tables of README.md are out of date: run `npm run build && npm run docs`.');
  process.exitCode = 1;
}

async function tellSizes(): Promise<readonly Row[]> {
  const kilobytes = (bytes: number | undefined) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`);
  const sizes = await measureSizes();
  return [
    ['file', 'loaded', 'brotli', 'budget'],
    ...sizes.map(({file, when, brotli, budget}) => [`\`${file}\``, when, kilobytes(brotli), kilobytes(budget)]),
  ];
}
