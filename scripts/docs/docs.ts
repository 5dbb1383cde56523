import {readFileSync} from 'node:fs';
import {measureSizes} from '../size/measured-sizes.js';
import {describeElement, type Manifest} from './element-tables.js';
import type {Row} from './tables.js';
import {updateDocument} from './update-document.js';

// npm run docs: writes the tables of README.md from the manifest and the sizes of what was built.

const manifest = JSON.parse(
  readFileSync(new URL('../../dist/custom-elements.json', import.meta.url), 'utf8'),
) as Manifest;
const timeline = Object.entries(describeElement(manifest, 'engagement-timeline'));

updateDocument('README.md', {
  ...describeElement(manifest),
  ...Object.fromEntries(timeline.map(([name, rows]) => [`timeline-${name}`, rows])),
  sizes: await describeSizes(),
});

async function describeSizes(): Promise<readonly Row[]> {
  const kilobytes = (bytes: number | undefined) => (bytes === undefined ? '' : `${(bytes / 1000).toFixed(1)} kB`);
  const sizes = await measureSizes();
  return [
    ['file', 'loaded', 'brotli', 'budget'],
    ...sizes.map(({file, when, brotli, budget}) => [`\`${file}\``, when, kilobytes(brotli), kilobytes(budget)]),
  ];
}
