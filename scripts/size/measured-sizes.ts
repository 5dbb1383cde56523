import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {brotli} from '../site/brotli.js';
import {version} from '../../src/tag/version.js';
import {fileBudgets} from './budgets.js';
import {anyLanguage, loadedFiles} from './loaded-files.js';

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

const folder = fileURLToPath(new URL('../../dist/script/', import.meta.url));
const withoutVersion = (name: string): string => name.replace(`-${version}.js`, '.js');
const isLanguage = (name: string): boolean => /-([a-z]{2}|zh-han[st])\.js$/.test(withoutVersion(name));

/** Measures what `npm run build` left, each file as brotli at its best. */
export function measureSizes(): readonly Size[] {
  if (!existsSync(folder)) throw new Error('Nothing to measure: run `npm run build` first.');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizesOf = (files: readonly string[]) => files.map((name) => measure(name, readFileSync(join(folder, name))));
  const [largestLanguage] = sizesOf(names.filter(isLanguage)).sort((a, b) => b.brotli - a.brotli);
  if (!largestLanguage) throw new Error('There is no file for a language.');
  const sizes = [
    ...sizesOf(names.filter((name) => !isLanguage(name))),
    {...largestLanguage, ...described(anyLanguage)},
  ];
  return sizes.sort((a, b) => rank(a) - rank(b));
}

function measure(file: string, data: Buffer): Size {
  return {
    ...described(file),
    min: data.byteLength,
    gzip: gzipSync(data, {level: 9}).byteLength,
    brotli: brotli(data).byteLength,
  };
}

function described(name: string): Pick<Size, 'file' | 'when' | 'budget'> {
  const file = withoutVersion(name);
  return {file, when: loadedFiles[file] ?? '', budget: fileBudgets[file]};
}

const rank = ({file}: Size): number => [...Object.keys(loadedFiles), file].indexOf(file);
