// docs/storage-and-retries.md tells everything that the browser keeps, by the names in the code.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The names of the facts that a module stores: of the visit itself, or of a vendor's slice of it. */
function factsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const facts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && describesFacts(node.parent)) {
      facts.push(...node.properties.map(({name}) => name?.getText() ?? ''));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return facts;
}

function describesFacts(node: ts.Node): boolean {
  if (ts.isVariableDeclaration(node)) return node.name.getText() === 'visitShapes';
  return ts.isCallExpression(node) && node.expression.getText() === 'createVisitSlice';
}

describe('the table of what is stored', () => {
  it('has a row for every fact, and for nothing else', () => {
    const files = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'});
    const modules = files.filter((file) => /^(visit|vendors)[\\/].*\.ts$/.test(file));
    const stored = modules.flatMap((file) => factsIn(join(root, 'src', file)));
    const document = readFileSync(join(root, 'docs/storage-and-retries.md'), 'utf8');
    const [, table = ''] = /^\| field .*\n\| --- .*\n((?:\|.*\n)*)/m.exec(document) ?? [];
    const told = table
      .split('\n')
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/\w+/g)].map(([name]) => name));
    assert.ok(stored.includes('visitorId') && stored.includes('withdrawn'));
    assert.deepEqual(told.sort(), stored.sort());
  });
});
