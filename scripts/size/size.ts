import {measureSizes} from './measured-sizes.js';

// Prints what a visitor's browser loads, and fails when a file is over its budget.

const sizes = await measureSizes();
console.table(
  Object.fromEntries(
    sizes.map(({file, min, gzip, brotli, budget}) => [file, {min, gzip, brotli, budget: budget ?? ''}]),
  ),
);
for (const {file, brotli, budget = Infinity} of sizes) {
  if (brotli <= budget) continue;
  console.error(`${file} is over its budget by ${brotli - budget} bytes.`);
  process.exitCode = 1;
}
