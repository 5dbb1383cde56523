import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {build} from 'esbuild';
import type {BenchPages} from '../pages/page.js';
import {peers} from './peers.js';

const cache = join(tmpdir(), 'web-engagement-bench-peers');

/** Pages of the peers, and the folder of their scripts. */
export interface PeerPages {
  readonly pages: BenchPages;
  readonly folder: string;
}

/** Installs the peers outside of the project, once, and bundles each as an application would. */
export async function installPeers(): Promise<PeerPages> {
  install();
  const folder = join(cache, 'bundles');
  for (const [name, {code}] of Object.entries(peers)) {
    await build({
      stdin: {contents: code, resolveDir: cache},
      outfile: join(folder, `${name}.js`),
      bundle: true,
      format: 'esm',
      minify: true,
      target: 'es2022',
      define: {'process.env.NODE_ENV': '"production"'},
      logLevel: 'error',
    });
  }
  return {pages: pagesOfPeers(), folder};
}

function install(): void {
  const all = Object.values(peers).flatMap(({package: name, version, beside = {}}) => [
    [name, version],
    ...Object.entries(beside),
  ]);
  const wanted = JSON.stringify({private: true, dependencies: Object.fromEntries(all) as object});
  const stamp = join(cache, 'installed.json');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  mkdirSync(cache, {recursive: true});
  writeFileSync(join(cache, 'package.json'), wanted);
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], {cwd: cache, stdio: 'inherit'});
  writeFileSync(stamp, wanted);
}

function pagesOfPeers(): BenchPages {
  const pages = Object.entries(peers).map(([name, {package: title, version, markup = '', sight, button}]) => {
    const script = `${markup}\n<script type="module" src="/peers/${name}.js"></script>`;
    return [name, {title: `peer: ${title} ${version}`, markup: () => script, sight, button}] as const;
  });
  return Object.fromEntries(pages);
}
