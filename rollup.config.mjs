import {readFileSync} from 'node:fs';
import typescript from '@rollup/plugin-typescript';
import {minify, onLog, resolveDependencies} from './scripts/build/bundling.mjs';
import {patchDependencies} from './scripts/build/dependency-patches.mjs';
import {minifyTemplates} from './scripts/build/minify-templates.mjs';
import {privateGlobals} from './scripts/build/private-globals.mjs';

const entries = [
  'src/index.ts',
  'src/element/web-engagement.ts',
  'src/element/define.ts',
  'src/engagement/index.ts',
  'src/vendors/genesys/index.ts',
  'src/vendors/liveperson/index.ts',
  'src/vendors/glia/index.ts',
  'src/vendors/avaya/index.ts',
  'src/timeline.ts',
  'src/loader.ts',
  'src/react.ts',
  'src/testing.ts',
  'src/server/index.ts',
];

// The files of the script tag are bundled from the output of the first build in dist/, so that TypeScript runs once.
const scriptTagEntries = [
  'src/script.ts',
  'src/script/card-file.ts',
  'src/script/attendance-file.ts',
  'src/script/element-file.ts',
  'src/script/arrival-file.ts',
  'src/script/load-file.ts',
];

// Input of the script tag's bundles only, which the package does not publish.
const parts = 'dist/parts';

/** Finds out what a tag does, when it is asked. */
const diagnosis = 'dist/tag/diagnosis/diagnosis-file.js';

// A classic script has no address that a relative import could start from.
const loadsFilesByAddress = {
  name: 'loads-files-by-address',
  transform(code) {
    const loading = code.replaceAll(/import\('\.\/script\/(\w+)-file\.js'\)/g, "loadFile('$1')");
    if (loading === code) return null;
    return {code: `import {loadFile} from './script/load-file.js';\n${loading}`, map: null};
  },
};

// Files of different versions never meet, neither during a deployment nor in a cache.
const {version} = JSON.parse(readFileSync('package.json', 'utf8'));
const [cardFile, elementFile] = ['card', 'element'].map((name) => `web-engagement-${name}-${version}.js`);

// Modules that are loaded later, by the names of the files that they become.
const fileNames = {
  'visitor-parameters': 'schemas',
  'handoff-source': 'handoff',
  'notification-source': 'notifications',
  'diagnosis-file': 'diagnose',
};

// What a file of the script tag begins with. What two of them import is in the one that comes first.
const begins = {
  card: /[\\/]card-file\.js$/,
  attendance: /[\\/]attendance-file\.js$/,
  element: /[\\/](element-file|offer-view)\.js$/,
};

const withImports = (ids, getModuleInfo) => {
  const all = new Set(ids);
  for (const id of all) for (const imported of getModuleInfo(id).importedIds) all.add(imported);
  return all;
};

// What needs zod shares it.
const toFile = (id, {getModuleIds, getModuleInfo}) => {
  const isIn = (start) =>
    withImports(
      [...getModuleIds()].filter((it) => start.test(it)),
      getModuleInfo,
    ).has(id);
  const [file] = Object.entries(begins).find(([, start]) => isIn(start)) ?? [];
  if (file) return file;
  if (/[\\/]create-session\.js$/.test(id)) return 'session';
  return /[\\/]node_modules[\\/]zod[\\/]/.test(id) ? 'zod' : null;
};

// A file that another one imports is requested beside it, and not after it.
const loadsImportsBeside = {
  name: 'loads-imports-beside',
  renderDynamicImport({chunk, getTargetChunkImports}) {
    const paths = (getTargetChunkImports?.() ?? [])
      .filter(({type, fileName}) => type === 'internal' && ![chunk.fileName, cardFile, elementFile].includes(fileName))
      .map(({resolvedImportPath}) => `import(${resolvedImportPath}),`);
    if (paths.length === 0) return null;
    return {left: `Promise.all([${paths.join('')}import(`, right: ')]).then((files)=>files.pop())'};
  },
};

// Chromium compiles all functions of such a file while it arrives, and not one by one when they are called. It pays before the
// card is there.
const compiledAtOnce = {
  name: 'compiled-at-once',
  generateBundle(_options, bundle) {
    for (const name of ['web-engagement.js', cardFile]) {
      const file = bundle[name];
      if (file) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    }
  },
};

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: [...entries, ...scriptTagEntries],
    external: /^(lit|@lit|zod|idb-keyval|react|redis|oauth-1\.0a)(\/|$)/,
    plugins: [typescript({noEmitOnError: true, compilerOptions: {importHelpers: false}}), minifyTemplates()],
    output: {
      dir: 'dist',
      format: 'es',
      preserveModules: true,
      preserveModulesRoot: 'src',
      entryFileNames: ({name}) => `${name.replace(/^script(?=\/|$)/, 'parts/script')}.js`,
      sourcemap: true,
    },
    onLog,
  },
  {
    // Bundlers split what shares modules with what is loaded later, and so does the build below.
    input: diagnosis,
    plugins: [resolveDependencies()],
    output: {file: diagnosis, format: 'es'},
    onLog,
  },
  {
    input: `${parts}/script.js`,
    plugins: [loadsFilesByAddress, resolveDependencies()],
    output: {file: 'dist/script/web-engagement.js', format: 'iife', plugins: [minify(), compiledAtOnce]},
    onLog,
  },
  {
    input: Object.fromEntries(
      ['card', 'attendance', 'element', 'arrival'].map((name) => [name, `${parts}/script/${name}-file.js`]),
    ),
    // What is loaded later takes what it shares with the element from there.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      resolveDependencies(),
      privateGlobals('lit'),
      privateGlobals('zod'),
      patchDependencies(),
      loadsImportsBeside,
    ],
    output: {
      dir: 'dist/script',
      format: 'es',
      entryFileNames: `web-engagement-[name]-${version}.js`,
      chunkFileNames: ({name}) => `web-engagement-${fileNames[name] ?? name}-${version}.js`,
      manualChunks: toFile,
      plugins: [minify(), compiledAtOnce],
    },
    onLog,
  },
];
