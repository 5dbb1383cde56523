import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {needsEveryEngine} from '../../runner/plan.js';
import {titleOf} from '../test-ids/read-test-ids.js';

/** Where a test runs. */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit' | 'Node';

export const browserEngines = ['Chromium', 'Firefox', 'WebKit'] as const satisfies readonly Engine[];

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = new Map<string, ReadonlyMap<string, readonly Engine[]>>();

/** The tests of a file by their titles, without ids at their ends, and where each runs. */
export function testsOf(file: string): ReadonlyMap<string, readonly Engine[]> {
  const known = read.get(file) ?? titlesIn(file);
  read.set(file, known);
  return known;
}

function titlesIn(file: string): ReadonlyMap<string, readonly Engine[]> {
  const source = ts.createSourceFile(file, readFileSync(root + file, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map<string, readonly Engine[]>();
  const visit = (node: ts.Node, engines: readonly Engine[]): void => {
    const title = titleOf(node, source);
    const isOne = ts.isCallExpression(node) && node.expression.getText(source) === 'inChromium';
    const inside = isOne ? (['Chromium'] as const) : engines;
    if (title !== undefined) found.set(title.replace(/ \[[A-Z]+\d+\]$/, ''), inside);
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(source, enginesOf(file));
  return found;
}

function enginesOf(file: string): readonly Engine[] {
  if (/^test\/(node|server|package)\//.test(file)) return ['Node'];
  if (/^test\/(e2e|hosts)\//.test(file)) return ['Chromium', 'Firefox'];
  return needsEveryEngine(file) ? browserEngines : ['Chromium'];
}
