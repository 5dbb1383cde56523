import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import {minify, onLog, resolveDependencies} from '../build/bundling.mjs';
import {anyLanguage, defineWithDependencies, loadedFiles} from './loaded-files.js';

/** Bytes that a visitor's browser loads. */
export interface Size {
  readonly file: string;
  /** When it is loaded. */
  readonly when: string;
  readonly min: number;
  readonly gzip: number;
  readonly brotli: number;
  /** Most bytes of brotli that it may have. */
  readonly budget: number | undefined;
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const isLanguage = /-([a-z]{2}|zh-han[st])\.js$/;

/** Measures what `npm run build` left, each file as brotli at its best. */
export async function measureSizes(): Promise<readonly Size[]> {
  const folder = join(dist, 'script');
  if (!existsSync(folder)) throw new Error('Nothing to measure: run `npm run build` first.');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizesOf = (files: readonly string[]) => files.map((name) => measure(name, readFileSync(join(folder, name))));
  const [largestLanguage] = sizesOf(names.filter((name) => isLanguage.test(name))).sort((a, b) => b.brotli - a.brotli);
  if (!largestLanguage) throw new Error('There is no file for a language.');
  const sizes = [
    ...sizesOf(names.filter((name) => !isLanguage.test(name))),
    {...largestLanguage, ...described(anyLanguage)},
    measure(defineWithDependencies, await bundleDefine()),
  ];
  return sizes.sort((a, b) => rank(a) - rank(b));
}

function measure(file: string, data: Buffer): Size {
  return {
    ...described(file),
    min: data.byteLength,
    gzip: gzipSync(data, {level: 9}).byteLength,
    brotli: brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).byteLength,
  };
}

function described(file: string): Pick<Size, 'file' | 'when' | 'budget'> {
  const {when = '', budget} = loadedFiles[file] ?? {};
  return {file, when, budget};
}

const rank = ({file}: Size): number => [...Object.keys(loadedFiles), file].indexOf(file);

/** What the entry loads at once; the rest comes on demand. It is bundled once for each build. */
async function bundleDefine(): Promise<Buffer> {
  const file = join(dist, 'parts/define-with-dependencies.js');
  if (existsSync(file)) return readFileSync(file);
  const build = await rollup({input: join(dist, 'element/define.js'), plugins: [resolveDependencies()], onLog});
  const {output} = await build.generate({format: 'es', plugins: [minify()]});
  await build.close();
  const [entry] = output;
  const atOnce = new Set([entry.fileName, ...entry.imports]);
  const chunks = output.flatMap((part) => (part.type === 'chunk' && atOnce.has(part.fileName) ? part.code : []));
  writeFileSync(file, chunks.join('\n'));
  return readFileSync(file);
}
