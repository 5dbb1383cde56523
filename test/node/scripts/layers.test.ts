import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkLayers} from '../../../scripts/house/check-layers.js';
import {checkTree, type Tree} from './source-tree.js';

const sound: Tree = {
  'src/index.ts': `import './element/define.js';`,
  'src/script.ts': `import {retry} from './http/retry.js'; import type * as ui from './script-element.js'; void import('./element/ui.js');`,
  'src/script-element.ts': `import {html} from 'lit'; import './element/define.js';`,
  'src/tag/session.ts': `import {client} from '../vendors/one/client.js'; export const session = client;`,
  'src/tag/register-element.ts': `customElements.define('x-y', class extends HTMLElement {});`,
  'src/element/define.ts': `import '../tag/register.js';`,
  'src/element/ui.ts': `import {html} from 'lit'; import {session} from '../tag/session.js'; export type Ui = typeof html;`,
  'src/engagement/session.ts': `import {retry} from '../http/retry.js'; import {visit} from '../visit/visit.js';`,
  'src/http/retry.ts': `export const retry = 1;`,
  'src/messages/de.ts': `export default {};`,
  'src/record/record.ts': `export interface Entry {}`,
  'src/timeline/timeline.ts': `import {html} from 'lit'; export type {Entry} from '../record/record.js';`,
  'src/vendors/one/client.ts': `import {retry} from '../../http/retry.js'; export const client = retry;`,
  'src/vendors/two/client.ts': `import type {Entry} from '../../record/record.js';`,
  'src/visit/visit.ts': `export const visit = 1;`,
  'demo/serve.ts': `import {client} from '../src/vendors/one/client.js'; customElements.define('demo-tag', class extends HTMLElement {});`,
  'demo/site/page.js': `import './tabs.js';`,
  'demo/site/tabs.js': `export {};`,
  'scripts/build/bundling.mjs': `export {};`,
  'scripts/demo.ts': `import '../demo/serve.js'; import './build/bundling.mjs';`,
  'bench/run.ts': `import '../demo/serve.js'; import '../scripts/demo.js';`,
  'test/http/retry.test.ts': `import '../../src/http/retry.js'; import '../../bench/run.js'; import config from '../../rollup.config.mjs';`,
};

const files = (folder: string, count: number): Tree =>
  Object.fromEntries(Array.from({length: count}, (_, index) => [`${folder}/file-${index}.css`, '']));

const breaches: readonly {readonly what: string; readonly tree: Tree; readonly says: RegExp}[] = [
  {
    what: 'an import against the direction',
    tree: {'src/http/retry.ts': `import {visit} from '../visit/visit.js';`},
    says: /src\/http\/retry\.ts imports src\/visit\/visit\.ts: http must not import visit/,
  },
  {
    what: 'a type import against the direction',
    tree: {'src/http/retry.ts': `import type {Visit} from '../visit/visit.js';`},
    says: /http must not import visit/,
  },
  {
    what: 'an import type expression against the direction',
    tree: {'src/http/retry.ts': `export let visit: import('../visit/visit.js').Visit;`},
    says: /http must not import visit/,
  },
  {
    what: 'a re-export against the direction',
    tree: {'src/engagement/session.ts': `export * from '../vendors/one/client.js';`},
    says: /engagement must not import vendors/,
  },
  {
    what: 'a dynamic import against the direction',
    tree: {'src/messages/de.ts': `void import('../element/ui.js');`},
    says: /messages must not import element/,
  },
  {
    what: 'one vendor that imports another',
    tree: {'src/vendors/two/client.ts': `import '../one/client.js';`},
    says: /one vendor must not import another/,
  },
  {
    what: 'an import of an entry',
    tree: {'src/element/ui.ts': `import '../index.js';`},
    says: /src\/element\/ui\.ts imports src\/index\.ts: it is an entry/,
  },
  {
    what: 'an import from outside of src',
    tree: {'src/http/retry.ts': `import manifest from '../../package.json';`},
    says: /outside of src/,
  },
  {
    what: 'an import of the demo in src',
    tree: {'src/http/retry.ts': `import '../../demo/site/tabs.js';`},
    says: /src must not import demo/,
  },
  {
    what: 'an import of a script in the demo',
    tree: {'demo/site/tabs.js': `import '../../scripts/build/bundling.mjs';`},
    says: /demo\/site\/tabs\.js imports scripts\/build\/bundling\.mjs: demo must not import scripts/,
  },
  {
    what: 'an import of a test in the bench',
    tree: {'bench/pages.ts': `void import('../test/http/retry.test.js');`},
    says: /bench must not import test/,
  },
  {
    what: 'a folder nobody decided on',
    tree: {'src/utils/misc.ts': `export const misc = 1;`},
    says: /the table of layers does not know/,
  },
  {
    what: 'a cycle',
    tree: {
      'src/http/a.ts': `import './b.js';`,
      'src/http/b.ts': `import './c.js';`,
      'src/http/c.ts': `import './a.js';`,
    },
    says: /Cycle: src\/http\/a\.ts -> src\/http\/b\.ts -> src\/http\/c\.ts -> src\/http\/a\.ts/,
  },
  {
    what: 'a cycle of types',
    tree: {'src/http/a.ts': `export type {B} from './b.js';`, 'src/http/b.ts': `import {type A} from './a.js';`},
    says: /Cycle: src\/http\/a\.ts -> src\/http\/b\.ts -> src\/http\/a\.ts/,
  },
  {
    what: 'a cycle in the demo',
    tree: {'demo/site/tabs.js': `void import('./page.js');`},
    says: /Cycle: demo\/site\/page\.js -> demo\/site\/tabs\.js -> demo\/site\/page\.js/,
  },
  {
    what: 'a cycle in the tests',
    tree: {
      'test/support/page.ts': `import './sandbox.js';`,
      'test/support/sandbox.ts': `import type {Page} from './page.js';`,
    },
    says: /Cycle: test\/support\/page\.ts -> test\/support\/sandbox\.ts -> test\/support\/page\.ts/,
  },
  {
    what: 'Lit loaded by the script tag',
    tree: {'src/script.ts': `import './element/ui.js';`},
    says: /element\/ui\.ts imports lit, and src\/script\.ts loads it at once/,
  },
  {
    what: 'Lit loaded by way of another module',
    tree: {
      'src/script.ts': `export {a} from './http/a.js';`,
      'src/http/a.ts': `import {css} from '@lit/reactive-element';`,
    },
    says: /http\/a\.ts imports lit/,
  },
  {
    what: 'a registration elsewhere',
    tree: {'src/element/ui.ts': `window.customElements.define('x-z', class extends HTMLElement {});`},
    says: /element\/ui\.ts registers a custom element/,
  },
  {
    what: 'a folder with more than 15 files of its own',
    tree: {...files('demo/site/styles', 16), ...files('demo/site/styles/dark', 15)},
    says: /demo\/site\/styles has 16 files of its own; 15 are allowed/,
  },
];

const problemsOf = (tree: Tree) => checkTree(tree, checkLayers);

describe('the check of the layers', () => {
  it('finds nothing in a sound tree', () => {
    assert.deepEqual(problemsOf(sound), []);
  });

  it('lets the languages be as many as they are', () => {
    assert.deepEqual(problemsOf({...sound, ...files('src/messages', 30)}), []);
  });

  for (const {what, tree, says} of breaches) {
    it(`reports ${what}, and nothing else`, () => {
      const [problem, ...others] = problemsOf({...sound, ...tree});
      assert.match(problem ?? '', says);
      assert.deepEqual(others, []);
    });
  }
});
