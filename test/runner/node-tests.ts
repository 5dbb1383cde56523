import {existsSync, readdirSync} from 'node:fs';
import {relative, resolve} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {run} from 'node:test';
import {spec} from 'node:test/reporters';
import type {Counts} from './counts.js';
import type {Times} from './times.js';

/** All test files below a folder of the project. */
export function testFilesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => resolve(folder, name))
    .sort();
}

/** Runs these files with node's own runner, one process for each, so many at a time. */
export async function runNodeTests(files: readonly string[], concurrency: number, times: Times): Promise<Counts> {
  if (files.length === 0) return {passed: 0, failed: 0, broken: 0};
  const counts = {passed: 0, failed: 0, broken: 0};
  const events = run({files: [...files], concurrency});
  // A suite that a shared function describes is told by its name, all others by their files.
  const addTime = (name: string, file = '', duration: number) =>
    times.add(file.endsWith('.test.ts') ? relative(process.cwd(), file) : name, duration);
  events.on('test:pass', ({name, details, nesting, file}) => {
    // A file without tests is reported as one.
    if (isTest(details) && !files.includes(name)) counts.passed++;
    if (nesting === 0) addTime(name, file, details.duration_ms);
  });
  events.on('test:fail', ({name, details, nesting, file}) => {
    if (nesting === 0) addTime(name, file, details.duration_ms);
    if (!isTest(details)) return;
    // A file that dies before its first test is reported as a failed test at the top level, named after the file.
    if (nesting === 0 && details.error.message === 'test failed') counts.broken++;
    else counts.failed++;
  });
  await pipeline(events, new spec(), process.stdout, {end: false});
  return counts;
}

function isTest(details: object): boolean {
  return !('type' in details) || details.type !== 'suite';
}
