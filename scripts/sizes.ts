import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {rollup} from 'rollup';
import {minify, onLog, resolveDependencies} from './build/bundling.mjs';

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

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const bundled = 'define.js + dependencies';
const anyLanguage = 'web-engagement-{language}.js';
const isLanguage = /-([a-z]{2}|zh-han[st])\.js$/;

const budgets: Readonly<Record<string, number>> = {
  'web-engagement.js': 10_000,
  'web-engagement-element.js': 12_790,
  'web-engagement-schemas.js': 8_000,
  'web-engagement-notifications.js': 11_000,
  [anyLanguage]: 800,
  [bundled]: 22_000,
};

const occasions: Readonly<Record<string, string>> = {
  'web-engagement.js': 'script tag: always',
  'web-engagement-element.js': 'script tag: when there is something to show',
  'web-engagement-schemas.js': 'script tag: when an answer may hold an offer, or the page sets what has to be checked',
  'web-engagement-notifications.js': 'script tag: when the page listens to notifications',
  'web-engagement-sse.js': 'script tag: for its transport',
  'web-engagement-bayeux.js': 'script tag: for its transport',
  'web-engagement-window.js': 'script tag: for its transport',
  'web-engagement-handoff.js': 'script tag: when the page offers hand-offs',
  'web-engagement-details.js': 'script tag: for a wait time, a hand-off, or a conversation that can be ended',
  'web-engagement-conversation-opener.js': 'script tag: when the card opens a window or the panel',
  'web-engagement-panel.js': 'script tag: when the panel opens',
  'web-engagement-en-details.js': 'script tag: the English sentences of the panel and of what only some cards have',
  [anyLanguage]: 'script tag: for another language than English; the largest of 21',
  [bundled]: 'npm: what an application adds to its own bundle at once',
};

/** Measures what `npm run build` left, each file as brotli at its best. */
export async function measureSizes(): Promise<readonly Size[]> {
  const folder = join(dist, 'script');
  if (!existsSync(folder)) throw new Error('Nothing to measure: run `npm run build` first.');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const sizes = scripts.map((name) => measure(name, readFileSync(join(folder, name))));
  const others = sizes.filter(({file}) => !isLanguage.test(file));
  const languages = sizes.filter(({file}) => isLanguage.test(file));
  return [...others, largest(languages), measure(bundled, await bundleDefine())].sort((a, b) => rank(a) - rank(b));
}

/** The largest of the files of which a page loads one. */
function largest(sizes: readonly Size[]): Size {
  const [size] = sizes.toSorted((a, b) => b.brotli - a.brotli);
  if (!size) throw new Error('There is no file for a language.');
  return {...size, file: anyLanguage, when: occasions[anyLanguage] ?? '', budget: budgets[anyLanguage]};
}

const rank = ({file}: Size): number => [...Object.keys(occasions), file].indexOf(file);

function measure(file: string, data: Buffer): Size {
  return {
    file,
    when: occasions[file] ?? '',
    min: data.byteLength,
    gzip: gzipSync(data, {level: 9}).byteLength,
    brotli: brotliCompressSync(data, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}).byteLength,
    budget: budgets[file],
  };
}

/** What the entry loads at once; the rest comes on demand. */
async function bundleDefine(): Promise<Buffer> {
  const build = await rollup({input: join(dist, 'element/define.js'), plugins: [resolveDependencies()], onLog});
  const {output} = await build.generate({format: 'es', plugins: [minify()]});
  await build.close();
  const [entry] = output;
  const atOnce = new Set([entry.fileName, ...entry.imports]);
  const chunks = output.flatMap((part) => (part.type === 'chunk' && atOnce.has(part.fileName) ? part.code : []));
  return Buffer.from(chunks.join('\n'));
}
