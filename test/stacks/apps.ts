import {angular, astro, bundlers, next, react18, vite} from './fixtures.js';
import type {AppStack} from './stack.js';

const withVite = (name: string, folder: string, ...checks: readonly string[]): AppStack => ({
  name,
  fixture: vite,
  run: [...checks, `vite build ${folder} --logLevel warn`],
  site: `${folder}/dist`,
});

/** A page of its own beside the bundle. */
const bundled = (name: string, command: string): AppStack => ({
  name,
  fixture: bundlers,
  run: [command, `cp index.html dist-${name}/`],
  site: `dist-${name}`,
});

/** Those that take longest are the first, so that the others are built beside them. */
export const apps: readonly AppStack[] = [
  {name: 'Next, with the app router', fixture: next, run: ['next build'], site: 'out'},
  {name: 'Angular', fixture: angular, run: ['architect app:build'], site: 'dist'},
  {
    name: 'Astro, with its client router',
    fixture: astro,
    // Astro would read braces as an expression where the value stands without quotes.
    run: ['astro build', 'grep -q "?engagement={engagementId}" dist/guide/index.html'],
    site: 'dist',
  },
  {
    name: 'Parcel, as it is by default',
    fixture: bundlers,
    run: ['parcel build index.html --dist-dir dist-parcel --no-cache --log-level warn'],
    site: 'dist-parcel',
  },
  withVite('Vue 3 with Vite, in strict templates', 'vue', 'vue-tsc --project vue'),
  withVite('React 19 with Vite, in StrictMode', 'react'),
  withVite('Svelte 5 with Vite', 'svelte'),
  withVite('Preact with Vite', 'preact'),
  {
    name: 'React 18 with Vite and TypeScript 5, in StrictMode',
    fixture: react18,
    run: ['tsc', 'vite build --logLevel warn'],
    site: 'dist',
  },
  bundled('esbuild', 'esbuild main.js --bundle --format=esm --splitting --outdir=dist-esbuild --log-level=warning'),
  bundled('rollup', 'rollup --config --silent'),
  bundled('webpack', 'webpack --stats errors-warnings --fail-on-warnings'),
  {
    name: '@lit-labs/ssr, hydrated',
    fixture: bundlers,
    run: [
      'esbuild lit-ssr/main.js --bundle --format=esm --outdir=dist-lit-ssr --log-level=warning',
      'node lit-ssr/render.js',
    ],
    site: 'dist-lit-ssr',
  },
];
