import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'node_modules/.cache/web-engagement-tests', String(process.pid));

/** A folder for modules that are written for this run. It is gone when the process ends. */
export function cacheFolder(): string {
  if (mkdirSync(folder, {recursive: true})) process.once('exit', () => rmSync(folder, {recursive: true}));
  return folder;
}
