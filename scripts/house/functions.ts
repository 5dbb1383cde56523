import ts from 'typescript';
import {type Modules, walk} from './modules.js';

/** A function with a body, in any form. */
export interface MeasuredFunction {
  /** Its file and line. */
  readonly place: string;
  readonly name: string;
  readonly lines: number;
}

/** All functions except arrow functions of one line, which would improve any average. */
export function functionsIn(modules: Modules): MeasuredFunction[] {
  const found: MeasuredFunction[] = [];
  for (const [file, {source}] of modules) {
    walk(source, (node) => {
      if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return;
      const lines = linesOf(node, source);
      if (ts.isArrowFunction(node) && lines === 1) return;
      found.push({place: `${file}:${lineAt(node.getStart(source), source) + 1}`, name: nameOf(node, source), lines});
    });
  }
  return found;
}

/** How many lines a node takes, without the comment above it. */
export function linesOf(node: ts.Node, source: ts.SourceFile): number {
  return lineAt(node.getEnd(), source) - lineAt(node.getStart(source), source) + 1;
}

function lineAt(position: number, source: ts.SourceFile): number {
  return source.getLineAndCharacterOfPosition(position).line;
}

function nameOf(node: ts.SignatureDeclaration, source: ts.SourceFile): string {
  if (ts.isConstructorDeclaration(node)) return 'the constructor';
  const {parent} = node as {parent?: ts.Node};
  const named = node.name ?? (parent && ts.isVariableDeclaration(parent) ? parent.name : undefined);
  return named?.getText(source) ?? 'a function';
}
