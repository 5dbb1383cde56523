import {writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {cacheFolder} from './cache-folder.js';
import {needsEveryEngine} from './plan.js';

/** A page in which several test files run, one after the other. */
export interface TestPage {
  /** Path of the module that loads them. */
  readonly entry: string;
  readonly everyEngine: boolean;
}

/**
 * Groups test files by folder and writes a module for each group: opening a page takes longer than most files run.
 *
 * @param root folder of the project
 * @param files paths from there
 */
export function writePages(root: string, files: readonly string[]): TestPage[] {
  const folder = cacheFolder();
  const toImport = (file: string): string => `'${relative(folder, join(root, file)).replaceAll('\\', '/')}'`;
  return [...groupFiles(files)].map(([name, group]) => {
    const entry = join(folder, `${name}.ts`);
    const tests = group.map((file) => `await describeFile('${file}', () => import(${toImport(file)}));\n`);
    writeFileSync(entry, `import {describeFile} from ${toImport('test/runner/describe-file.ts')};\n${tests.join('')}`);
    return {entry, everyEngine: group.every(needsEveryEngine)};
  });
}

function groupFiles(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const [, folder = ''] = file.split('/');
    const name = needsEveryEngine(file) ? folder : `${folder}-once`;
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return groups;
}
