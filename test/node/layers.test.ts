import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {checkLayers} from '../../scripts/layer-rules.js';

type Tree = Readonly<Record<string, string>>;

const sound: Tree = {
  'index.ts': `import './element/define.js';`,
  'script.ts': `import {retry} from './http/retry.js'; import type * as ui from './script-element.js'; void import('./element/ui.js');`,
  'script-element.ts': `import {html} from 'lit'; import './element/define.js';`,
  'element/register.ts': `customElements.define('x-y', class extends HTMLElement {});`,
  'element/define.ts': `import './register.js';`,
  'element/ui.ts': `import {html} from 'lit'; import {client} from '../vendors/one/client.js'; export type Ui = typeof html;`,
  'engagement/session.ts': `import {retry} from '../http/retry.js'; import {visit} from '../visit/visit.js';`,
  'http/retry.ts': `export const retry = 1;`,
  'messages/de.ts': `export default {};`,
  'record/record.ts': `export interface Entry {}`,
  'timeline/timeline.ts': `import {html} from 'lit'; export type {Entry} from '../record/record.js';`,
  'vendors/one/client.ts': `import {retry} from '../../http/retry.js'; export const client = retry;`,
  'vendors/two/client.ts': `import type {Entry} from '../../record/record.js';`,
  'visit/visit.ts': `export const visit = 1;`,
};

const breaches: readonly {readonly what: string; readonly tree: Tree; readonly says: RegExp}[] = [
  {
    what: 'an import against the direction',
    tree: {'http/retry.ts': `import {visit} from '../visit/visit.js';`},
    says: /http\/retry\.ts imports visit\/visit\.ts: http must not import visit/,
  },
  {
    what: 'a type import against the direction',
    tree: {'http/retry.ts': `import type {Visit} from '../visit/visit.js';`},
    says: /http must not import visit/,
  },
  {
    what: 'an import type expression against the direction',
    tree: {'http/retry.ts': `export let visit: import('../visit/visit.js').Visit;`},
    says: /http must not import visit/,
  },
  {
    what: 'a re-export against the direction',
    tree: {'engagement/session.ts': `export * from '../vendors/one/client.js';`},
    says: /engagement must not import vendors/,
  },
  {
    what: 'a dynamic import against the direction',
    tree: {'messages/de.ts': `void import('../element/ui.js');`},
    says: /messages must not import element/,
  },
  {
    what: 'one vendor that imports another',
    tree: {'vendors/two/client.ts': `import '../one/client.js';`},
    says: /one vendor must not import another/,
  },
  {
    what: 'an import of an entry',
    tree: {'element/ui.ts': `import '../index.js';`},
    says: /imports the entry index\.ts/,
  },
  {
    what: 'an import from outside of src',
    tree: {'http/retry.ts': `import '../../demo/serve.js';`},
    says: /outside of src/,
  },
  {
    what: 'a folder nobody decided on',
    tree: {'utils/misc.ts': `export const misc = 1;`},
    says: /the table of layers does not know/,
  },
  {
    what: 'a cycle',
    tree: {'http/a.ts': `import './b.js';`, 'http/b.ts': `import './c.js';`, 'http/c.ts': `import './a.js';`},
    says: /Cycle: http\/a\.ts -> http\/b\.ts -> http\/c\.ts -> http\/a\.ts/,
  },
  {
    what: 'a cycle of types',
    tree: {'http/a.ts': `export type {B} from './b.js';`, 'http/b.ts': `import {type A} from './a.js';`},
    says: /Cycle: http\/a\.ts -> http\/b\.ts -> http\/a\.ts/,
  },
  {
    what: 'Lit loaded by the script tag',
    tree: {'script.ts': `import './element/ui.js';`},
    says: /element\/ui\.ts imports lit, and script\.ts loads it at once/,
  },
  {
    what: 'Lit loaded by way of another module',
    tree: {'script.ts': `export {a} from './http/a.js';`, 'http/a.ts': `import {css} from '@lit/reactive-element';`},
    says: /http\/a\.ts imports lit/,
  },
  {
    what: 'a registration elsewhere',
    tree: {'element/ui.ts': `window.customElements.define('x-z', class extends HTMLElement {});`},
    says: /element\/ui\.ts registers a custom element/,
  },
];

function problemsOf(tree: Tree): string[] {
  const root = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, file)), {recursive: true});
      writeFileSync(join(root, file), text);
    }
    return checkLayers(root);
  } finally {
    rmSync(root, {recursive: true});
  }
}

describe('the check of the layers', () => {
  it('finds nothing in a sound tree', () => {
    assert.deepEqual(problemsOf(sound), []);
  });

  for (const {what, tree, says} of breaches) {
    it(`reports ${what}, and nothing else`, () => {
      const [problem, ...others] = problemsOf({...sound, ...tree});
      assert.match(problem ?? '', says);
      assert.deepEqual(others, []);
    });
  }
});
