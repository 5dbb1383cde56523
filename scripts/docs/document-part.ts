import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
 * What another document, which is generated, says under a heading. It is empty while there is no such document.
 *
 * @param path path of the document, relative to the root of the project
 */
export function readPart(path: string, heading: string): string {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  if (!existsSync(file)) return '';
  const [, part] = readFileSync(file, 'utf8').split(`## ${heading}\n`);
  if (part === undefined) throw new Error(`${path} has no part "${heading}".`);
  return part
    .replace(/\n## [^]*/, '')
    .replace(/<!-- .*? -->/g, '')
    .trim();
}
