import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {describeElement, type Manifest} from '../../../scripts/docs/element-tables.js';
import {fillTables} from '../../../scripts/docs/tables.js';

const manifest: Manifest = {
  modules: [
    {},
    {
      declarations: [
        {
          tagName: 'web-engagement',
          attributes: [
            {name: 'account-id', fieldName: 'accountId', type: {text: 'string | undefined'}, description: 'Account.'},
          ],
          members: [
            {kind: 'field', name: 'accountId', attribute: 'account-id'},
            {kind: 'field', name: 'state', readonly: true, type: {text: 'State'}, description: 'Where\nit stands.'},
            {kind: 'field', name: 'secret', privacy: 'private'},
            {kind: 'method', name: 'snooze', parameters: [{name: 'seconds', optional: true}], description: 'Later.'},
            {kind: 'method', name: 'render', privacy: 'protected'},
          ],
        },
      ],
    },
  ],
};

const marked = (name: string) => `before\n<!-- generated:${name} -->\nold\n<!-- /generated -->\nafter`;

const expected: Readonly<Record<string, string>> = {
  attributes: '| `account-id` | `accountId` | `string \\| undefined` |  | Account. |',
  properties: '| `state` | `State` | read-only | Where it stands. |',
  methods: '| `snooze(seconds?)` | `void` | Later. |',
};

describe('the reference tables', () => {
  for (const [name, row] of Object.entries(expected)) {
    it(`show public ${name} only, one in a row`, () => {
      const lines = fillTables(marked(name), describeElement(manifest)).split('\n');
      assert.deepEqual(lines.slice(4), [row, '<!-- /generated -->', 'after']);
    });
  }

  it('stay as they are when filled twice', () => {
    const once = fillTables(marked('methods'), describeElement(manifest));
    assert.equal(fillTables(once, describeElement(manifest)), once);
  });

  it('may be any text, or none yet', () => {
    const textOf = (text: string) => fillTables(marked('note'), {note: text}).split('\n').slice(2, -2);
    assert.deepEqual([textOf('one\ntwo'), textOf('')], [['one', 'two'], ['']]);
  });

  it('must be known by name', () => {
    assert.throws(() => fillTables(marked('colours'), describeElement(manifest)), /no table "colours"/);
  });

  it('need an element of that name', () => {
    assert.throws(() => describeElement({modules: []}), /does not describe <web-engagement>/);
  });
});
