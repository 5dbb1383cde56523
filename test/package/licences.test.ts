// What an app gets with the package, and under which licences.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

/** The package, what it depends on, and what that depends on, by their licences. */
function licences(): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>();
  const visit = (name: string, folder: string): void => {
    if (found.has(name)) return;
    const {license, dependencies = {}} = readManifest(folder);
    found.set(name, license);
    for (const dependency of Object.keys(dependencies)) visit(dependency, join('node_modules', dependency));
  };
  visit('web-engagement', '.');
  return found;
}

describe('the licences', () => {
  it('of the package and of all that it brings are permissive', () => {
    const found = licences();
    assert.ok(found.has('lit-html'));
    assert.deepEqual(
      [...found].filter(([, licence]) => !permissive.includes(licence ?? '')),
      [],
    );
  });
});
