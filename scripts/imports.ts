import {readdirSync, readFileSync} from 'node:fs';
import {join, posix, sep} from 'node:path';
import ts from 'typescript';

/** One import of a module, whatever its form: `import`, `export … from`, `import()`, `import type`, `import('x').T`. */
export interface Import {
  /** What is imported: a path below the root with `.ts`, or a package's specifier as written. */
  readonly target: string;
  readonly relative: boolean;
  /** Nothing of it is left at run time. */
  readonly typeOnly: boolean;
  /** Loaded by `import()`. */
  readonly dynamic: boolean;
}

/** A source file, and what the rules want to know of it. */
export interface Module {
  readonly imports: readonly Import[];
  /** It registers a custom element. */
  readonly registers: boolean;
}

/** Reads every module below `root`; the keys are paths below it, with `/`. */
export function readModules(root: string): Map<string, Module> {
  const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
    .map((name) => name.split(sep).join(posix.sep))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  return new Map(files.map((file) => [file, readModule(file, readFileSync(join(root, file), 'utf8'))]));
}

function readModule(file: string, text: string): Module {
  const imports: Import[] = [];
  let registers = false;
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found) imports.push(located(found, file));
    registers ||= isDefinition(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return {imports, registers};
}

interface Found {
  readonly specifier: string;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

function importOf(node: ts.Node): Found | undefined {
  if (ts.isImportDeclaration(node))
    return from(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  if (ts.isExportDeclaration(node)) return from(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return from(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return from(node.arguments[0], false, true);
  }
  return undefined;
}

function from(specifier: ts.Node | undefined, typeOnly: boolean, dynamic = false): Found | undefined {
  return specifier && ts.isStringLiteralLike(specifier) ? {specifier: specifier.text, typeOnly, dynamic} : undefined;
}

function located({specifier, ...rest}: Found, file: string): Import {
  const relative = specifier.startsWith('.');
  const target = relative ? posix.join(posix.dirname(file), specifier).replace(/\.js$/, '.ts') : specifier;
  return {...rest, relative, target};
}

/** `customElements.define(…)`, also by way of `window` or `globalThis`. */
function isDefinition(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const {name, expression} = node.expression;
  const registry = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return name.text === 'define' && ts.isIdentifier(registry) && registry.text === 'customElements';
}
