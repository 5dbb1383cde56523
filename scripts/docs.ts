import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fillTables, type Manifest} from './reference-tables.js';

// Writes the reference tables of README.md from the manifest; with --check it only tells whether they are up to date.

const fileAt = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const manifest = JSON.parse(readFileSync(fileAt('dist/custom-elements.json'), 'utf8')) as Manifest;
const before = readFileSync(fileAt('README.md'), 'utf8');
const after = fillTables(before, manifest);

if (!process.argv.includes('--check')) {
  if (after !== before) writeFileSync(fileAt('README.md'), after);
} else if (after !== before) {
  console.error('The reference tables of README.md are out of date: run `npm run build && npm run docs`.');
  process.exitCode = 1;
}
