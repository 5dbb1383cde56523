import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';

// npm run test:ranges: installs what was built in an app, with the lowest and with the newest version that each
// dependency's range allows, and tries it there. It needs a registry.

const {dependencies} = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** Versions of the dependencies that the app installs. */
const ends: Readonly<Record<string, (range: string) => string>> = {
  lowest: (range) => range.replace(/^\^/, ''),
  newest: (range) => range,
};

for (const [end, versionOf] of Object.entries(ends)) {
  const folder = mkdtempSync(join(tmpdir(), `range-${end}-`));
  try {
    install(folder, versionOf);
    console.log(`${end}: ${run(folder, process.execPath, ['app.mjs']).trim()}`);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

function install(folder: string, versionOf: (range: string) => string): void {
  const [{filename}] = JSON.parse(
    run('.', 'npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]),
  ) as [{readonly filename: string}];
  const own = Object.entries(dependencies).map(([name, range]) => `${name}@${versionOf(range)}`);
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}');
  cpSync(resolve('scripts/release/range-app.mjs'), join(folder, 'app.mjs'));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  run(folder, 'npm', ['install', ...flags, `./${filename}`, ...own]);
}

function run(cwd: string, command: string, parameters: readonly string[]): string {
  return execFileSync(command, [...parameters], {cwd, encoding: 'utf8', shell: process.platform === 'win32'});
}
