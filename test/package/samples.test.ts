// The samples of docs/: those with types are compiled against the package, the others are read by the parser of their language,
// every attribute in markup has to be one of the tag, and every command one that there is.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {transform} from 'esbuild';
import {type DefaultTreeAdapterMap, parseFragment} from 'parse5';
import {compile} from 'svelte/compiler';
import ts from 'typescript';
import {parse} from 'vue/compiler-sfc';
import {readSamples, type Sample} from '../docs/samples.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** `document-examples.test.ts` runs theirs as programs. */
const programs = ['clients.md', 'timeline.md'];
// Samples stand where the package finds itself by its name.
const folder = join(root, 'test/package/types');

const samples = readSamples().filter(({name}) => !programs.some((file) => name.startsWith(`${file} `)));
const inLanguage = (...languages: readonly string[]) => samples.filter(({language}) => languages.includes(language));

const prelude = ['samples.d.ts', 'angular.d.ts', 'test-runners.d.ts', 'vue-plugin.d.ts'].map((name) =>
  join(folder, name),
);

const common: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  skipLibCheck: true,
  noEmit: true,
};

/** Compiles samples with what they leave to the reader's page, and returns what the compiler complains of. */
function complaintsOf(chosen: readonly Sample[], options: ts.CompilerOptions): string[] {
  const all = {...common, ...options};
  const files = new Map(
    chosen.map(({name, code}) => [join(folder, `${name.replace(/\W+/g, '-')}.tsx`), `${code}\nexport {};\n`]),
  );
  const host = ts.createCompilerHost(all);
  const read = host.readFile.bind(host);
  const exists = host.fileExists.bind(host);
  const getSource = host.getSourceFile.bind(host);
  host.readFile = (name) => files.get(name) ?? read(name);
  host.fileExists = (name) => files.has(name) || exists(name);
  host.getSourceFile = (name, target, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSource(name, target, ...rest) : ts.createSourceFile(name, code, target);
  };
  const program = ts.createProgram([...prelude, ...files.keys()], all, host);
  return ts.getPreEmitDiagnostics(program).map(({file, messageText}) => {
    return `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

interface Manifest {
  readonly modules: readonly {readonly declarations: readonly {tagName?: string; attributes?: {name: string}[]}[]}[];
}

const {modules} = JSON.parse(readFileSync(join(root, 'dist/custom-elements.json'), 'utf8')) as Manifest;
const attributes = modules
  .flatMap(({declarations}) => declarations)
  .flatMap((it) => (it.tagName === 'web-engagement' ? (it.attributes ?? []).map(({name}) => name) : []));
const attributesOf: Readonly<Partial<Record<string, ReadonlySet<string>>>> = {
  'web-engagement': new Set([...attributes, 'id', 'data-turbo-permanent']),
  script: new Set([...attributes.map((name) => `data-${name}`), 'async', 'crossorigin', 'integrity', 'src', 'type']),
};

type Node = DefaultTreeAdapterMap['childNode'];

/** The tags and the scripts of a piece of markup. */
function elementsIn(nodes: readonly Node[]): DefaultTreeAdapterMap['element'][] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []));
}

const textOf = ({childNodes}: DefaultTreeAdapterMap['element']) =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('');

describe('the samples of the documents', () => {
  it('are there in every language that a reader may use', () => {
    const languages = new Set(samples.map(({language}) => language));
    assert.deepEqual([...languages].sort(), [
      'astro',
      'css',
      'html',
      'js',
      'jsx',
      'php',
      'sh',
      'svelte',
      'ts',
      'tsx',
      'vue',
    ]);
  });

  it('fit the types of the package', () => {
    assert.deepEqual(complaintsOf(inLanguage('ts', 'tsx'), {strict: true}), []);
  });

  it('fit the types of the package in JavaScript', () => {
    assert.deepEqual(complaintsOf(inLanguage('js', 'jsx'), {strict: false}), []);
  });

  for (const {name, code} of inLanguage('vue')) {
    it(`can be read by the compiler of Vue: ${name}`, () => assert.deepEqual(parse(code).errors, []));
  }

  for (const {name, code} of inLanguage('svelte')) {
    it(`can be read by the compiler of Svelte: ${name}`, () => assert.deepEqual(compile(code, {}).warnings, []));
  }

  for (const {name, code} of inLanguage('html', 'astro')) {
    it(`name attributes that the tag has: ${name}`, () => {
      const elements = elementsIn(parseFragment(code).childNodes);
      const unknown = elements.flatMap(({tagName, attrs}) => {
        const names = attributesOf[tagName];
        return names ? attrs.flatMap((it) => (names.has(it.name) ? [] : [it.name])) : [];
      });
      assert.ok(elements.length > 0);
      assert.deepEqual(unknown, []);
    });
  }

  for (const {name, code} of inLanguage('css')) {
    it(`are style sheets that can be read: ${name}`, async () => {
      assert.deepEqual((await transform(code, {loader: 'css'})).warnings, []);
    });
  }

  for (const {name, code} of inLanguage('sh')) {
    it(`can be read by a shell, and name commands and options that there are: ${name}`, () => {
      execFileSync('sh', ['-n', '-c', code]);
      const unknown = [...code.matchAll(/^npx web-engagement (\w+)(.*)$/gm)].flatMap(([, command = '', rest = '']) => {
        const help = execFileSync(process.execPath, [join(root, 'dist/cli/web-engagement.js'), command, '--help'], {
          encoding: 'utf8',
        });
        return [...rest.matchAll(/--[\w-]+/g)].filter(([option]) => !help.includes(`${option} `)).map(String);
      });
      assert.deepEqual(unknown, []);
    });
  }

  it('for Google Tag Manager are ES5', async () => {
    const found = inLanguage('html').filter(({code}) => code.includes('createElement'));
    const scripts = found.map(({code}) => elementsIn(parseFragment(code).childNodes).map(textOf));
    assert.deepEqual(
      scripts.map(({length}) => length),
      [1, 1],
    );
    await Promise.all(scripts.flat().map((script) => transform(script, {target: 'es5'})));
  });
});
