import {basename, resolve} from 'node:path';
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
];

// The files of the script tag are bundled from the output of the first build in dist/, so that TypeScript runs once.
const scriptTagEntries = [
  'src/script.ts',
  'src/script/connect-session.ts',
  'src/script/element-file.ts',
  'src/script/further-files.ts',
];

// Input of the script tag's bundles only, which the package does not publish.
const parts = 'dist/parts';

// The modules that the first file loads later, by the names of their files.
const furtherFiles = {
  element: `${parts}/script/element-file.js`,
  schemas: 'dist/vendors/liveperson/monitoring/request-body.js',
  handoff: 'dist/vendors/liveperson/handoff/handoff-source.js',
  notifications: 'dist/vendors/genesys/notification-source.js',
};

// A classic script cannot be split, so it loads its further files by address.
const loadsFurtherFiles = {
  name: 'loads-further-files',
  transform(code) {
    const loading = code.replace(/\bimport\('[^']*\/([\w-]+\.js)'\)/g, (whole, module) => {
      const [name] = Object.entries(furtherFiles).find(([, path]) => basename(path) === module) ?? [];
      return name ? `loadFile('${name}')` : whole;
    });
    if (loading === code) return null;
    return {code: `import {loadFile} from '${resolve(`${parts}/script/further-files.js`)}';\n${loading}`, map: null};
  },
};

const scriptTagFiles = {
  dir: 'dist/script',
  format: 'es',
  entryFileNames: 'web-engagement-[name].js',
  chunkFileNames: 'web-engagement-[name].js',
  plugins: [minify()],
};

// The first file creates the sessions, so that the element's file needs no vendor's code.
const takesSessionsFromTheScript = {
  name: 'takes-sessions-from-the-script',
  resolveId: (id) => (id.endsWith('/tag/connect-session.js') ? resolve(`${parts}/script/connect-session.js`) : null),
};

// The panel always loads the opener, and a separate file would be one more request.
const sharedWithPanel = ['element/conversation/conversation-opener', 'http/safe-url'].map((name) => `dist/${name}.js`);

const sharedByTransports = [
  'notification-source',
  'connection',
  'transports/ticket',
  'transports/notifications-url',
].map((name) => `dist/vendors/genesys/${name}.js`);

const withZod = () => [resolveDependencies(), privateGlobals('zod'), patchDependencies()];

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: [...entries, ...scriptTagEntries],
    external: /^(lit|@lit|zod|idb-keyval)(\/|$)/,
    plugins: [typescript({noEmitOnError: true, compilerOptions: {importHelpers: false}})],
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
    input: `${parts}/script.js`,
    plugins: [loadsFurtherFiles, resolveDependencies()],
    output: {file: 'dist/script/web-engagement.js', format: 'iife', plugins: [minify()]},
    onLog,
  },
  {
    input: {element: furtherFiles.element},
    // Files that are loaded later import Lit from it.
    preserveEntrySignatures: 'allow-extension',
    plugins: [
      takesSessionsFromTheScript,
      resolveDependencies(),
      privateGlobals('lit'),
      patchDependencies(),
      minifyTemplates(),
    ],
    output: {...scriptTagFiles, manualChunks: {'conversation-opener': sharedWithPanel}},
    onLog,
  },
  {
    input: {schemas: furtherFiles.schemas},
    plugins: withZod(),
    output: scriptTagFiles,
    onLog,
  },
  {
    input: {handoff: furtherFiles.handoff},
    plugins: withZod(),
    output: scriptTagFiles,
    onLog,
  },
  {
    input: {notifications: furtherFiles.notifications},
    // The transports are loaded later, and import their shared modules from it.
    preserveEntrySignatures: 'allow-extension',
    plugins: withZod(),
    output: {...scriptTagFiles, manualChunks: {notifications: sharedByTransports}},
    onLog,
  },
];
