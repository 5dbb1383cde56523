import {cp, mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {hashFiles} from '../../cli/file-hashes.js';

/**
 * Copies the script tag's files to a folder that never changes afterwards, with `integrity.json`, which holds the hash of each.
 *
 * @returns the names of the files
 */
export async function writeCdnFolder(source: string, target: string): Promise<readonly string[]> {
  const hashes = await hashFiles(source);
  const names = Object.keys(hashes);
  await mkdir(target, {recursive: true});
  await Promise.all(names.map((name) => cp(join(source, name), join(target, name))));
  await writeFile(join(target, 'integrity.json'), `${JSON.stringify(hashes, undefined, 2)}\n`);
  return names;
}
