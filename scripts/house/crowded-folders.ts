import {dirname} from 'node:path';
import {parts} from './layer-table.js';
import {filesIn} from './modules.js';

const limit = 15;

/** One file for each language, and one for each page. */
const unlimited: readonly string[] = ['src/messages', 'docs', 'docs/guides'];

/** Folders with more files than a reader can take in. */
export function crowdedFolders(root: string): string[] {
  const counts = new Map<string, number>();
  for (const file of Object.keys(parts).flatMap((part) => filesIn(root, part))) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > limit && !unlimited.includes(folder))
    .map(([folder, count]) => `${folder} has ${count} files of its own; ${limit} are allowed.`);
}
