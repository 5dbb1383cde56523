import {createHash} from 'node:crypto';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';

/** The `sha384` of each `.js` file of a folder, by its name, as the attribute `integrity` takes it. */
export async function hashFiles(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  const entries = names.map(async (name) => [name, hashOf(await readFile(join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const hashOf = (content: Buffer): string => `sha384-${createHash('sha384').update(content).digest('base64')}`;
