/** A page that is built with the packed package, and then driven in Chromium. */
export interface AppStack {
  readonly name: string;
  /** Folder in fixtures/, with a package.json that pins what is installed. */
  readonly fixture: string;
  /** Commands in that folder, with its own programs on the path. */
  readonly build: readonly string[];
  /** What the commands make: the folder that is served. */
  readonly site: string;
}

/** Commands that prove something by themselves. */
export interface ProgramStack {
  readonly name: string;
  readonly fixture: string;
  readonly run: readonly string[];
}

const vite = (name: string, folder: string): AppStack => ({
  name,
  fixture: 'vite',
  build: [`vite build ${folder} --logLevel warn`],
  site: `${folder}/dist`,
});

/** A page of its own beside the bundle. */
const bundled = (name: string, command: string): AppStack => ({
  name,
  fixture: 'bundlers',
  build: [command, `cp index.html dist-${name}/`],
  site: `dist-${name}`,
});

export const apps: readonly AppStack[] = [
  vite('React 19 with Vite, in StrictMode', 'react'),
  vite('Vue 3 with Vite', 'vue'),
  vite('Svelte 5 with Vite', 'svelte'),
  vite('Preact with Vite', 'preact'),
  {
    name: 'React 18 with Vite and TypeScript 5, in StrictMode',
    fixture: 'react-18',
    build: ['tsc', 'vite build --logLevel warn'],
    site: 'dist',
  },
  bundled('esbuild', 'esbuild main.js --bundle --format=esm --splitting --outdir=dist-esbuild --log-level=warning'),
  bundled('rollup', 'rollup --config --silent'),
  bundled('webpack', 'webpack --stats errors-warnings --fail-on-warnings'),
  {
    name: '@lit-labs/ssr, hydrated',
    fixture: 'bundlers',
    build: [
      'esbuild lit-ssr/main.js --bundle --format=esm --outdir=dist-lit-ssr --log-level=warning',
      'node lit-ssr/render.js',
    ],
    site: 'dist-lit-ssr',
  },
];

export const programs: readonly ProgramStack[] = [
  {name: 'Node, by import and by require', fixture: 'bundlers', run: ['node import.mjs']},
];
