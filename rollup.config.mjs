import {resolve} from 'node:path';
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

// The files of the script tag are bundled from what the first build leaves in dist/, so that TypeScript runs once.
const scriptTagEntries = [
  'src/script.ts',
  'src/script/connect-session.ts',
  'src/script/element-file.ts',
  'src/script/further-files.ts',
];

// What only the script tag's bundles are made from; the package does not publish it.
const parts = 'dist/parts';

// What the first file loads later, by the names that its further files have.
const furtherFiles = {
  'element-file': 'element',
  'request-body': 'schemas',
  'handoff-source': 'handoff',
  'notification-source': 'notifications',
};

// A classic script cannot be split, so it loads its further files by their address.
const loadsFurtherFiles = {
  name: 'loads-further-files',
  transform(code) {
    const loading = code.replace(/\bimport\('[^']*\/([\w-]+)\.js'\)/g, (whole, name) =>
      furtherFiles[name] ? `loadFile('${furtherFiles[name]}')` : whole,
    );
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

// The first file makes the sessions, so that the element's file needs no vendor's code.
const takesSessionsFromTheScript = {
  name: 'takes-sessions-from-the-script',
  resolveId: (id) => (id.endsWith('/tag/connect-session.js') ? resolve(`${parts}/script/connect-session.js`) : null),
};

// The panel loads the opener anyway, and a file in between would be one more request.
const sharedWithPanel = ['element/conversation/conversation-opener', 'http/safe-url'].map((name) => `dist/${name}.js`);

const sharedByTransports = [
  'notification-source',
  'connection',
  'transports/ticket',
  'transports/notifications-url',
].map((name) => `dist/vendors/genesys/${name}.js`);

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
    input: {element: `${parts}/script/element-file.js`},
    // What is loaded later takes Lit from it.
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
    input: {schemas: 'dist/vendors/liveperson/monitoring/request-body.js'},
    plugins: [resolveDependencies(), privateGlobals('zod'), patchDependencies()],
    output: scriptTagFiles,
    onLog,
  },
  {
    input: {handoff: 'dist/vendors/liveperson/handoff/handoff-source.js'},
    plugins: [resolveDependencies(), privateGlobals('zod'), patchDependencies()],
    output: scriptTagFiles,
    onLog,
  },
  {
    input: {notifications: 'dist/vendors/genesys/notification-source.js'},
    // So do the transports.
    preserveEntrySignatures: 'allow-extension',
    plugins: [resolveDependencies(), privateGlobals('zod'), patchDependencies()],
    output: {...scriptTagFiles, manualChunks: {notifications: sharedByTransports}},
    onLog,
  },
];
