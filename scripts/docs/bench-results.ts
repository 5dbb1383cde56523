import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const file = fileURLToPath(new URL('../../bench/results.md', import.meta.url));

/** What `npm run bench` has last written under a heading. It is empty before the first run. */
export function readBenchResults(heading: string): string {
  if (!existsSync(file)) return '';
  const [, part] = readFileSync(file, 'utf8').split(`## ${heading}\n`);
  if (part === undefined) throw new Error(`bench/results.md has no part "${heading}": run \`npm run bench\`.`);
  return part.replace(/\n## [^]*/, '').trim();
}
