import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fillTables, type Tables} from './tables.js';

/**
 * Fills the tables of a document. With `--check`, it only reports whether they are up to date, and the exit code is 1 if
 * they are not.
 *
 * @param path path of the document, relative to the root of the project
 */
export function updateDocument(path: string, tables: Tables): void {
  update(path, fillTables(readFileSync(toFile(path), 'utf8'), tables));
}

/** The same for a document that is generated as a whole. */
export function updateJson(path: string, content: object): void {
  update(path, `${JSON.stringify(content, undefined, 2)}\n`);
}

const toFile = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

function update(path: string, text: string): void {
  const file = toFile(path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  console.error(`${path} is out of date: run \`npm run build && npm run docs\`.`);
  process.exitCode = 1;
}
