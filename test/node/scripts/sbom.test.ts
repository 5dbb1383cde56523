import assert from 'node:assert/strict';
import {it} from 'node:test';
import {listParts} from '../../../scripts/release/sbom.js';

it('the list of parts has the dependencies and what they need, and nothing that is for development', () => {
  const {components, dependencies} = listParts(new URL('../../../', import.meta.url));
  const names = components.map((part) => part['bom-ref'].replace(/@[^@]*$/, ''));
  for (const name of ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'zod', 'idb-keyval']) {
    assert.ok(names.includes(name), name);
  }
  for (const name of ['eslint', 'rollup', 'playwright', 'redis']) assert.ok(!names.includes(name), name);
  const own = dependencies.find(({ref}) => ref.startsWith('web-engagement@'));
  assert.deepEqual(own?.dependsOn.map((part) => part.replace(/@[^@]*$/, '')).sort(), [
    '@lit/reactive-element',
    'idb-keyval',
    'lit',
    'zod',
  ]);
});
