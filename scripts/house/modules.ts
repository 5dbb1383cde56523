import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import ts from 'typescript';

/** One import of a module, whatever its form: `import`, `export … from`, `import()`, `import type`, `import('x').T`. */
export interface Import {
  /** The imported module: a path relative to the root, or a package's specifier as written. */
  readonly target: string;
  readonly relative: boolean;
  /** Whether it imports types only. */
  readonly typeOnly: boolean;
  /** Loaded by `import()`. */
  readonly dynamic: boolean;
}

/** A source file. */
export interface Module {
  readonly imports: readonly Import[];
  readonly source: ts.SourceFile;
}

/** The modules of the project by their paths below its root, with `/`. */
export type Modules = ReadonlyMap<string, Module>;

/** Reads every module in these folders of `root`. */
export function readModules(root: string, folders: readonly string[]): Modules {
  const files = folders.flatMap((folder) => filesIn(root, folder)).filter((file) => /\.(ts|js|mjs)$/.test(file));
  return new Map(files.map((file) => [file, readModule(root, file)]));
}

/** All files in a folder of `root`, as paths below `root`, in order. */
export function filesIn(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => posix.relative(root, posix.join(parentPath, name)))
    .sort();
}

/** Visits a node and everything in it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function readModule(root: string, file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  walk(source, (node) => {
    const found = importOf(node);
    if (found) imports.push(located(found, root, file));
  });
  return {imports, source};
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

function located({specifier, ...rest}: Found, root: string, file: string): Import {
  const relative = specifier.startsWith('.');
  if (!relative) return {...rest, relative, target: specifier};
  const path = posix.join(posix.dirname(file), specifier);
  // TypeScript modules are imported by the names of their compiled files.
  return {...rest, relative, target: existsSync(join(root, path)) ? path : path.replace(/\.js$/, '.ts')};
}
