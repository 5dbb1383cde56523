import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fillTables, type Tables} from './tables.js';

/**
 * Fills the tables of a document. With `--check`, it only reports whether they are up to date, and the exit code is 1 if
 * they are not.
 *
 * @param path path of the document, relative to the root of the project
 */
export function updateDocument(path: string, tables: Tables): void {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const before = readFileSync(file, 'utf8');
  const after = fillTables(before, tables);
  if (after === before) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, after);
    return;
  }
  console.error(`The tables of ${path} are out of date: run \`npm run build && npm run docs\`.`);
  process.exitCode = 1;
}
