import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {licenceProblems, type Lock} from '../../../scripts/release/licences.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

describe('the licences of what ships', () => {
  it('ask for a notice at most', () => {
    assert.deepEqual(licenceProblems(lock), []);
  });

  it('are looked for in every package that is installed with it, and in no other', () => {
    const packages = {
      '': {},
      'node_modules/lit': {license: 'BSD-3-Clause'},
      'node_modules/lit/node_modules/copyleft': {license: 'GPL-3.0-only'},
      'node_modules/nothing': {},
      'node_modules/tool': {license: 'GPL-3.0-only', dev: true},
      'node_modules/peer': {license: 'GPL-3.0-only', peer: true},
    };
    assert.deepEqual(licenceProblems({packages}), ['copyleft: GPL-3.0-only', 'nothing: none']);
  });
});
