import {fileURLToPath} from 'node:url';
import {checkLayers} from './check-layers.js';
import {measure, type Measure} from './measures.js';
import {readModules} from './modules.js';

// npm run house: prints measures of src, and fails when one exceeds its limit.

const root = fileURLToPath(new URL('../../', import.meta.url));
const layers = checkLayers(root);
const measures: readonly Measure[] = [
  {name: 'breaches of `npm run layers`', value: String(layers.length), problems: layers},
  ...measure(readModules(root, ['src'])),
];

for (const {name, value, problems} of measures) {
  console.log(`${name}: ${value}`);
  for (const problem of problems) console.log(`  ${problem}`);
  if (problems.length > 0) process.exitCode = 1;
}
