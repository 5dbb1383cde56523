import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import {minify, onLog, resolveDependencies} from './bundling.mjs';
import {trustedTypesPolicy} from './trusted-types-policy.mjs';

/** Bytes a visitor's browser loads, as brotli at its best. A file without a budget is only listed. */
const budgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 10_000,
  'web-engagement-element.js': 9_000,
  'define.js + dependencies': 18_000,
};

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** What an application that imports the npm package adds to its own bundle. */
async function bundledDefine(): Promise<Buffer> {
  const build = await rollup({
    input: join(dist, 'element/define.js'),
    plugins: [resolveDependencies(), trustedTypesPolicy()],
    onLog,
  });
  const {output} = await build.generate({format: 'es', inlineDynamicImports: false, plugins: [minify()]});
  await build.close();
  // What the entry loads at once; locales come on demand.
  const [entry] = output;
  const atOnce = new Set([entry.fileName, ...entry.imports]);
  return Buffer.from(
    output.flatMap((part) => (part.type === 'chunk' && atOnce.has(part.fileName) ? part.code : [])).join('\n'),
  );
}

function brotli(data: Buffer): number {
  return brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).byteLength;
}

function row(name: string, data: Buffer) {
  const size = brotli(data);
  const budget = budgets[name];
  return {
    file: name,
    min: data.byteLength,
    gzip: gzipSync(data, {level: 9}).byteLength,
    brotli: size,
    budget,
    over: size > (budget ?? Infinity),
  };
}

if (!existsSync(join(dist, 'script'))) throw new Error('Nothing to measure: run `npm run build` first.');
const scripts = readdirSync(join(dist, 'script')).filter((name) => name.endsWith('.js'));
const rows = [
  ...scripts.sort().map((name) => row(name, readFileSync(join(dist, 'script', name)))),
  row('define.js + dependencies', await bundledDefine()),
];
console.table(
  Object.fromEntries(
    rows.map(({file, min, gzip, brotli, budget}) => [file, {min, gzip, brotli, budget: budget ?? ''}]),
  ),
);

const missing = Object.keys(budgets).filter((name) => !rows.some(({file}) => file === name));
for (const name of missing) console.error(`${name} was not built.`);
for (const {file, brotli, budget, over} of rows)
  if (over) console.error(`${file} is over its budget by ${brotli - (budget ?? 0)} bytes.`);
process.exit(missing.length > 0 || rows.some(({over}) => over) ? 1 : 0);
