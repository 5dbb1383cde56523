import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, it} from 'node:test';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../src/', import.meta.url));

/** What classes of characters match, and what nothing matches. */
const samples = ['a', 'A', '0', ' ', '\t', '@', '.', '-', '/', '"', '\u00e9', '\ud800'];

/** In characters. A quadratic expression takes seconds of the processor for this, and a linear one less than a millisecond. */
const length = 40_000;

/** In ms of the processor, which do not depend on what else the machine does. */
const limit = 250;

function expressionsOf(name: string): RegExp[] {
  const text = readFileSync(root + name, 'utf8');
  if (!/\/[^/\n]+\/[a-z]*/.test(text)) return [];
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const [, source = '', flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
      found.push(new RegExp(source, flags));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  return found;
}

/** Repeats each character, and each pair, which are part of the expression or of a class; nothing matches the end. */
function attacksOn({source}: RegExp): readonly string[] {
  const literals = source.replaceAll(/\\./gs, '').replaceAll(/[[\](){}?*+|^$]/g, '');
  const characters = [...new Set([...samples, ...Array.from(literals)])];
  const units = characters.flatMap((one) => characters.map((other) => one + other));
  return units.flatMap((unit) => [unit.repeat(length / 2) + '\n\0', `x${unit.repeat(length / 2)}`]);
}

const expressions = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .flatMap((name) => expressionsOf(name).map((expression) => [name, expression] as const));

describe('A regular expression', () => {
  it('is found wherever there is one', () => {
    assert.ok(expressions.length > 20, `only ${String(expressions.length)}`);
  });

  for (const [name, expression] of expressions) {
    it(`F19: ${String(expression)} of ${name} stays fast on hostile texts`, () => {
      for (const text of attacksOn(expression)) {
        const start = process.cpuUsage();
        new RegExp(expression).test(text);
        const time = process.cpuUsage(start).user / 1000;
        assert.ok(time < limit, `${JSON.stringify(text.slice(0, 4))}… takes ${time.toFixed()} ms`);
      }
    });
  }
});
