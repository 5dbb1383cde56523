import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {lineAdvice} from '../../../scripts/docs/console/advice.js';
import {describeConsole} from '../../../scripts/docs/console/console-tables.js';
import {findConsoleLines, findRelays} from '../../../scripts/docs/console/find-lines.js';
import {fillTables} from '../../../scripts/docs/tables.js';
import {readModules} from '../../../scripts/house/modules.js';
import {checkTree} from './source-tree.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const modules = readModules(root, ['src']);

const linesOf = (code: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  checkTree({'src/tag/it.ts': code, ...more}, (folder) =>
    findConsoleLines(readModules(folder, ['src'])).map(({text}) => text),
  );

describe('the lines that the widget writes to the console', () => {
  it('all stand in the table of what to do about them', () => {
    const lines = findConsoleLines(modules);
    assert.ok(lines.length > 25);
    assert.deepEqual(
      lines.filter(({text}) => !lineAdvice[text]),
      [],
    );
  });

  it('are all written, as far as the table knows them', () => {
    const texts = findConsoleLines(modules).map(({text}) => text);
    assert.deepEqual(
      Object.keys(lineAdvice).filter((text) => !texts.includes(text)),
      [],
    );
  });

  it('are passed on unread by these files only', () => {
    assert.deepEqual(findRelays(modules), [
      'src/element/offer-view.ts',
      'src/tag/console.ts',
      'src/tag/diagnosis/diagnose.ts',
      'src/tag/diagnosis/reason-log.ts',
      'src/tag/session-controller.ts',
      'src/tag/settings/setting-problem.ts',
      'src/vendors/genesys/load-transport.ts',
      'src/vendors/genesys/outcome-report.ts',
    ]);
  });

  it('are in the document as the sources have them', () => {
    const document = readFileSync(`${root}docs/troubleshooting.md`, 'utf8');
    assert.ok(fillTables(document, describeConsole()) === document, 'run `npm run docs`');
  });
});

describe('the search for lines', () => {
  const cases: readonly (readonly [what: string, code: string, lines: readonly string[]])[] = [
    ['a text', `warn('Expected one');`, ['Expected one']],
    ['what is filled in', 'warn(`Expected ${one}, got ${two}`);', ['Expected …, got …']],
    ['a constant that is filled in', "const it = 'Expected one'; warn(`${it}, got ${two}`);", ['Expected one, got …']],
    ['a text in parts', `warn('Expected ' + 'one');`, ['Expected one']],
    ['both of two texts', `warn(isOne ? 'Expected one' : 'Expected two');`, ['Expected one', 'Expected two']],
    ['a constant', `const line = 'Expected one'; function say() { warn(line); }`, ['Expected one']],
    ['the answers of a function', `const find = (it) => it && 'Expected one'; warn(find(1));`, ['Expected one']],
    ['an error about a setting', `throw new ConfigurationError('Expected one');`, ['Expected one']],
    ['the console itself', 'console.error(`<web-engagement>: Expected ${one}`);', ['Expected …']],
    ['nothing else', `tell('Expected one'); throw new Error('Expected two');`, []],
  ];
  for (const [what, code, lines] of cases) {
    it(`finds ${what}`, () => assert.deepEqual(linesOf(code), lines));
  }

  it('follows a name into another file', () => {
    const more = {'src/tag/other.ts': `export const line = 'Expected one';`};
    assert.deepEqual(linesOf(`import {line} from './other.js'; warn(line);`, more), ['Expected one']);
  });

  it('looks at nothing that only a server or a client of its own runs', () => {
    assert.deepEqual(linesOf('', {'src/server/it.ts': `throw new ConfigurationError('Expected one');`}), []);
  });
});
