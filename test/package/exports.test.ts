import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

type Target = string | {readonly types: string; readonly default: string};

const root = new URL('../../', import.meta.url);
const {exports, version} = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  readonly exports: Readonly<Record<string, Target>>;
  readonly version: string;
};
const entries = Object.entries(exports);
const modules = entries.filter(([name, target]) => typeof target !== 'string' && name !== './script.js');

function pathsOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : [target.types, target.default];
}

describe('the package', () => {
  for (const [name, target] of entries) {
    it(`has the files that ${name} names`, () => {
      for (const path of pathsOf(target))
        assert.ok(existsSync(fileURLToPath(new URL(path, root))), `${path} is missing`);
    });
  }

  it('has types for everything that is no data', () => {
    const untyped = entries.filter(([name, target]) => !name.endsWith('.json') && typeof target === 'string');
    assert.deepEqual(untyped, []);
  });

  for (const [name] of modules) {
    it(`can be imported in Node as ${name}`, async () => {
      const entry = (await import(name.replace('.', 'web-engagement'))) as object;
      assert.equal(Object.prototype.toString.call(entry), '[object Module]');
    });
  }

  for (const [name, className] of [
    ['element.js', 'WebEngagementElement'],
    ['timeline.js', 'EngagementTimelineElement'],
  ] as const) {
    it(`has an element in ${name} that knows the version of its package`, async () => {
      const entry = (await import(`web-engagement/${name}`)) as Record<string, {version?: string}>;
      assert.equal(entry[className]?.version, version);
    });
  }

  it('leaves its dependencies to the application that imports it', () => {
    const built = readdirSync(fileURLToPath(new URL('dist/', root)), {recursive: true, encoding: 'utf8'});
    assert.ok(built.includes('index.js'));
    assert.deepEqual(
      built.filter((path) => path.includes('node_modules')),
      [],
    );
  });

  it('ships what is built, and nothing else', () => {
    const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
    const output = execFileSync('npm', pack, {cwd: fileURLToPath(root), encoding: 'utf8', shell: true, stdio: 'pipe'});
    const [contents] = JSON.parse(output) as [{readonly files: readonly {readonly path: string}[]}];
    const paths = contents.files.map(({path}) => path);
    const beside = paths.filter((path) => !path.startsWith('dist/') && !path.endsWith('.md'));
    assert.deepEqual(beside.sort(), ['LICENSE', 'package.json']);
    for (const [name, target] of entries) {
      for (const path of pathsOf(target)) assert.ok(paths.includes(path.slice(2)), `${path} of ${name} is not packed`);
    }
  });
});
