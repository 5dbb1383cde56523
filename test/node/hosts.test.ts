import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {hostKinds} from './hosts/kinds.js';
import {hostLibraries, simulatedDocuments} from './hosts/libraries.js';
import {readTestIds} from './test-ids/read-test-ids.js';

const root = new URL('../../', import.meta.url);

describe('the list of the pages that the widget lives on', () => {
  it('has a test for each kind', () => {
    const tests = readTestIds();
    assert.deepEqual(
      hostKinds.filter(({id}) => !tests.has(id)),
      [],
    );
  });

  it('names no kind twice', () => {
    const ids = hostKinds.map(({id}) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it('names libraries that the tests use', () => {
    const unused = [...hostLibraries, ...simulatedDocuments].filter(({folder, file}) => {
      const place = simulatedDocuments.some((one) => one.file === file) ? 'package' : 'hosts';
      return !readFileSync(new URL(`test/${place}/${file}.test.ts`, root), 'utf8').includes(folder);
    });
    assert.deepEqual(unused, []);
  });
});
