import {measureSizes} from './measured-sizes.js';
import {measurePages} from './page-sizes.js';

// Prints what a visitor's browser loads, file by file and page by page, and fails when one is over its budget.

const files = measureSizes();
console.table(
  Object.fromEntries(
    files.map(({file, min, gzip, brotli, budget}) => [file, {min, gzip, brotli, budget: budget ?? ''}]),
  ),
);
for (const {file, brotli, budget} of files) require(file, brotli, budget);

const pages = await measurePages();
console.table(
  Object.fromEntries(
    pages.map(({page, size: {question, card}, budget}) => [
      page,
      {'before the request': question, 'its budget': budget.question, 'until the card': card, budget: budget.card},
    ]),
  ),
);
for (const {page, size, budget} of pages) {
  require(`${page}, before the request,`, size.question, budget.question);
  require(`${page}, until the card,`, size.card, budget.card);
}

function require(what: string, brotli: number, budget = Infinity): void {
  if (brotli <= budget) return;
  console.error(`${what} is over its budget by ${brotli - budget} bytes.`);
  process.exitCode = 1;
}
