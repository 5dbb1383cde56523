// What the compilers of users say of the tags, the events and the commands. Each file in types/ also holds mistakes, and the
// compiler has to find them.
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('types/', import.meta.url));

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  strict: true,
  skipDefaultLibCheck: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
};
const bundler = {module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler};
const node16 = {module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16};
const nodeNext = {module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext};

const libraries = new Map<string, ts.SourceFile | undefined>();

/** Reads the platform's own declarations once. */
function hostFor(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...how) => {
    if (!/[\\/]lib\.[\w.]+\.d\.ts$/.test(name)) return read(name, ...how);
    if (!libraries.has(name)) libraries.set(name, read(name, ...how));
    return libraries.get(name);
  };
  return host;
}

/** All that the compiler complains of, also in the declarations of the package. */
function complaintsOf(file: string, options: ts.CompilerOptions): string[] {
  const all = {...common, ...options};
  const program = ts.createProgram([join(folder, file)], all, hostFor(all));
  return ts.getPreEmitDiagnostics(program).map(({file, messageText}) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** Runs the type checker of a framework, and returns what it prints when it finds something. */
async function check(program: string, ...options: string[]): Promise<string> {
  const path = fileURLToPath(new URL(program, import.meta.url));
  return new Promise((resolve) => {
    execFile(process.execPath, [path, ...options], (error, stdout, stderr) => resolve(error ? stdout + stderr : ''));
  });
}

describe('the types of the package', () => {
  for (const [name, options] of Object.entries({bundler, node16, nodeNext})) {
    it(`tell an app of mistakes, with the module resolution ${name}`, () => {
      assert.deepEqual(complaintsOf('app.ts', options), []);
    });
  }

  it('know the events on the document, and the arguments of each command of the script tag', () => {
    assert.deepEqual(complaintsOf('page.ts', bundler), []);
  });

  for (const framework of ['react', 'preact']) {
    it(`know the tags in the JSX of ${framework}`, () => {
      const options = {...bundler, jsx: ts.JsxEmit.ReactJSX, jsxImportSource: framework};
      assert.deepEqual(complaintsOf(`${framework}.tsx`, options), []);
    });
  }

  it('know the tags in strict templates of Vue', async () => {
    const project = join(folder, 'vue/tsconfig.json');
    assert.equal(await check('../../node_modules/vue-tsc/bin/vue-tsc.js', '--noEmit', '--project', project), '');
  });

  it('know the tags in Svelte', async () => {
    const options = ['--workspace', join(folder, 'svelte'), '--tsconfig', './tsconfig.json', '--output', 'machine'];
    const found = await check('../../node_modules/svelte-check/bin/svelte-check', ...options);
    const complaints = [...found.matchAll(/(?:ERROR|WARNING) "(.*?)" .*?"(.*)"$/gm)].map(([, ...words]) =>
      words.join(': '),
    );
    assert.deepEqual(complaints, [
      `Mistakes.svelte: Type '\\"window\\"' is not assignable to type '\\"event\\" | \\"popup\\" | \\"tab\\" | \\"panel\\" | undefined'.`,
      "Mistakes.svelte: Type 'string' is not assignable to type 'readonly string[]'.",
    ]);
  });
});

describe('the root of the package', () => {
  it('exports every type that its exports speak of', () => {
    const file = fileURLToPath(import.meta.resolve('web-engagement')).replace(/\.js$/, '.d.ts');
    const program = ts.createProgram([file], {...common, ...bundler});
    assert.deepEqual(unexportedTypes(program, file), []);
  });
});

/** Types that other modules of the package export, that are reachable from an entry's exports, and that the entry keeps back. */
function unexportedTypes(program: ts.Program, entry: string): string[] {
  const checker = program.getTypeChecker();
  const original = (symbol: ts.Symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const exportsOf = (file: string) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return module ? checker.getExportsOfModule(module).map(original) : [];
  };
  const exported = new Set(exportsOf(entry));
  const reachable = new Set(exported);
  const visit = (node: ts.Node): void => {
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const named = checker.getSymbolAtLocation('typeName' in node ? node.typeName : node.expression);
      if (named) reachable.add(original(named));
    }
    ts.forEachChild(node, visit);
  };
  const home = dirname(entry);
  for (const symbol of reachable) {
    const declarations = symbol.declarations?.filter((it) => it.getSourceFile().fileName.startsWith(home)) ?? [];
    if (declarations.length === 0) reachable.delete(symbol);
    declarations.forEach(visit);
  }
  return [...reachable]
    .filter((symbol) => !exported.has(symbol) && isExported(symbol, exportsOf))
    .map(({name}) => name);
}

/** Whether a symbol's own module exports it. */
function isExported(symbol: ts.Symbol, exportsOf: (file: string) => readonly ts.Symbol[]): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName;
  return file !== undefined && exportsOf(file).includes(symbol);
}
