import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {engines} from '../e2e/browsers.js';
import {cacheFolder} from './cache-folder.js';
import type {Counts} from './counts.js';
import {runNodeTests} from './node-tests.js';
import type {Times} from './times.js';

/**
 * Runs these files in each engine: one process and one browser for each, so that a test shares the browser, whose windows
 * have one focus, with no other that runs at the same time.
 */
export function runE2eTests(files: readonly string[], times: Times): Promise<Counts> {
  return runNodeTests(writeEntries(files), engines.length, times);
}

/** Writes a module for each engine that loads all of these files, and returns their paths. */
function writeEntries(files: readonly string[]): string[] {
  const folder = cacheFolder();
  const toUrl = (path: string): string => JSON.stringify(pathToFileURL(resolve(path)).href);
  const tests = join(folder, 'e2e.mjs');
  writeFileSync(tests, files.map((file) => `import ${toUrl(file)};\n`).join(''));
  return engines.map((engine) => {
    const entry = join(folder, `e2e-${engine}.mjs`);
    writeFileSync(entry, `process.env.TEST_ENGINE = '${engine}';\nawait import(${toUrl(tests)});\n`);
    return entry;
  });
}
