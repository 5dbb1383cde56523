import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {engines} from '../e2e/browsers.js';
import {cacheFolder} from './cache-folder.js';
import type {Counts} from './counts.js';
import {runNodeTests} from './node-tests.js';
import type {Times} from './times.js';

/** Parts that each engine's tests are run in, so that a slow engine does not keep one core waiting at the end. */
const partsOfEngine = 4;

/** One more than two cores, because pages also wait. */
const concurrency = 3;

/**
 * Runs these files in each engine: one process and one browser for each part of them, so that a test shares the browser,
 * whose windows have one focus, with no other that runs at the same time.
 */
export function runE2eTests(files: readonly string[], times: Times): Promise<Counts> {
  return runNodeTests(writeEntries(files), concurrency, times);
}

/** Writes a module for each part of each engine that loads its files, and returns their paths. */
function writeEntries(files: readonly string[]): string[] {
  const parts = Array.from({length: partsOfEngine}, (_, part) => files.filter((_, at) => at % partsOfEngine === part));
  const modules = parts
    .filter((part) => part.length > 0)
    .map((part, number) => write(`e2e-${number}.mjs`, part.map((file) => `import ${toUrl(file)};\n`).join('')));
  // What takes longest comes first: all parts of the slowest engine.
  return engines.toReversed().flatMap((engine) =>
    modules.map((tests, number) => {
      const code = `process.env.TEST_ENGINE = '${engine}';\nawait import(${toUrl(tests)});\n`;
      return write(`e2e-${number}-${engine}.mjs`, code);
    }),
  );
}

const toUrl = (path: string): string => JSON.stringify(pathToFileURL(resolve(path)).href);

/** Returns the path. */
function write(name: string, code: string): string {
  const path = join(cacheFolder(), name);
  writeFileSync(path, code);
  return path;
}
