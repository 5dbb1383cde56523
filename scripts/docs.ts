import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describeAccessibility} from './accessibility-tables.js';
import {describeConformance} from './conformance-tables.js';
import {describeElement, fillTables, type Manifest, type Row, type Tables} from './reference-tables.js';
import {measureSizes} from './sizes.js';

// Writes the tables of README.md from the manifest, and those in docs/ from the lists of what the tests cover;
// with --check it only tells whether they are up to date.

const fileAt = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const manifest = JSON.parse(readFileSync(fileAt('dist/custom-elements.json'), 'utf8')) as Manifest;
const timeline = Object.entries(describeElement(manifest, 'engagement-timeline'));
const readmeTables = {
  ...describeElement(manifest),
  ...Object.fromEntries(timeline.map(([name, rows]) => [`timeline-${name}`, rows])),
  sizes: await tellSizes(),
};

fill('README.md', readmeTables);
fill('docs/conformance.md', describeConformance());
fill('docs/accessibility.md', describeAccessibility());

function fill(path: string, tables: Tables): void {
  const before = readFileSync(fileAt(path), 'utf8');
  const after = fillTables(before, tables);
  if (after === before) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(fileAt(path), after);
    return;
  }
  console.error(`The tables of ${path} are out of date: run \`npm run build && npm run docs\`.`);
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
