import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, relative, resolve} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const browserEntries = [
  'index.js',
  'element/define.js',
  'element/web-engagement.js',
  'engagement/index.js',
  'vendors/genesys/index.js',
  'vendors/liveperson/index.js',
  'vendors/glia/index.js',
  'vendors/avaya/index.js',
  'timeline.js',
  'loader.js',
];

/** All files that one file imports, at once or later, and all that these import. */
function reach(entries: readonly string[]): string[] {
  const found = new Set(entries.map((entry) => resolve(dist, entry)));
  for (const file of found) {
    assert.ok(existsSync(file), file);
    const imports = readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+\.js)['"]/g);
    for (const [, path = ''] of imports) found.add(resolve(dirname(file), path));
  }
  return [...found].map((file) => relative(dist, file).replaceAll('\\', '/'));
}

describe('the server’s part of the package', () => {
  it('is reached from no entry for browsers', () => {
    const reached = reach(browserEntries);

    assert.ok(reached.length > 100, String(reached.length));
    assert.deepEqual(
      reached.filter((file) => file.startsWith('server/') || file.startsWith('cli/')),
      [],
    );
  });

  it('has no byte in the files of the script tag', () => {
    const files = readdirSync(`${dist}script`).filter((file) => file.endsWith('.js'));
    const texts = files.map((file) => readFileSync(`${dist}script/${file}`, 'utf8'));

    assert.ok(files.length > 3);
    for (const text of texts) assert.doesNotMatch(text, /application\/problem\+json|text\/event-stream|X-Accel/);
  });

  it('needs nothing at the start but what the package brings', () => {
    const packages = reach(['server/index.js']).flatMap((file) =>
      [...readFileSync(`${dist}${file}`, 'utf8').matchAll(/^import [^'"\n]*['"]([^.'"\n][^'"\n]*)['"];$/gm)].map(
        ([, name]) => name,
      ),
    );

    assert.deepEqual([...new Set(packages)], ['zod/mini']);
  });

  it('brings a project no package but those of the widget, and asks for none', () => {
    const {dependencies, peerDependencies, peerDependenciesMeta} = JSON.parse(
      readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
    ) as Record<string, Readonly<Record<string, unknown>>>;
    const optional = Object.fromEntries(Object.keys(peerDependencies ?? {}).map((name) => [name, {optional: true}]));

    assert.deepEqual(Object.keys(dependencies ?? {}), ['@lit/reactive-element', 'idb-keyval', 'lit', 'zod']);
    assert.deepEqual(peerDependenciesMeta, optional);
  });
});
