import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const root = new URL('../../', import.meta.url);
const {exports} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {readonly exports: object};
const modules = Object.keys(exports).filter((name) => !name.endsWith('.json') && name !== './script.js');

/** What importing an entry did to its surroundings. */
interface Traces {
  readonly tags: readonly string[];
  readonly globals: readonly string[];
  readonly calls: readonly string[];
}

/** Imports an entry where every way into the world is watched, and tells what was seen. */
const watch = (entry: string): string => `
  const tags = [];
  const calls = [];
  globalThis.customElements = {get: () => undefined, define: (tag) => tags.push(tag)};
  for (const name of ['fetch', 'setTimeout', 'setInterval', 'BroadcastChannel', 'addEventListener']) {
    globalThis[name] = function () { calls.push(name); };
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) console[name] = () => calls.push(name);
  const before = new Set(Reflect.ownKeys(globalThis));
  await import(${JSON.stringify(entry)});
  const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
  process.stdout.write(JSON.stringify({tags, globals, calls}));
`;

async function tracesOf(entry: string): Promise<Traces> {
  const code = ['--input-type=module', '--eval', watch(entry)];
  const {stdout} = await promisify(execFile)(process.execPath, code, {cwd: fileURLToPath(root)});
  return JSON.parse(stdout) as Traces;
}

const registered: Readonly<Record<string, readonly string[]>> = {
  '.': ['web-engagement'],
  './define.js': ['web-engagement'],
  './timeline.js': ['engagement-timeline'],
  './react.js': ['web-engagement'],
  './testing.js': ['web-engagement'],
};

/** Lit counts its copies in these and remembers what it has drawn, and zod keeps its settings. */
const ofDependencies = /^lit[A-Z]|^reactiveElementVersions$|^__zod_/;

describe('importing', () => {
  for (const name of modules) {
    const tags = registered[name] ?? [];
    it(`${name} ${tags.length > 0 ? `registers <${tags.join()}>` : 'registers nothing'}, and has no other effect`, async () => {
      const {globals, ...traces} = await tracesOf(name.replace('.', 'web-engagement'));
      assert.deepEqual(traces, {tags, calls: []});
      assert.deepEqual(
        globals.filter((key) => !ofDependencies.test(key)),
        [],
      );
    });
  }
});
