import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {differences, hashFolder} from '../../../scripts/release/folder-hashes.js';

describe('the comparison of two builds', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'hashes-'));
    mkdirSync(join(folder, 'inner'));
    writeFileSync(join(folder, 'inner/same.js'), 'same');
    writeFileSync(join(folder, 'changed.js'), 'one');
    writeFileSync(join(folder, 'gone.js'), 'gone');
  });

  after(() => rmSync(folder, {recursive: true}));

  it('names what has changed, is gone or is new, in every folder', () => {
    const first = hashFolder(folder);
    assert.deepEqual(differences(first, hashFolder(folder)), []);
    writeFileSync(join(folder, 'changed.js'), 'two');
    rmSync(join(folder, 'gone.js'));
    writeFileSync(join(folder, 'inner/new.js'), 'new');
    const names = differences(first, hashFolder(folder)).map((path) => path.slice(folder.length + 1));
    assert.deepEqual(names.sort(), ['changed.js', 'gone.js', 'inner/new.js']);
  });
});
