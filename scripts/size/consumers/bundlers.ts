import {createRequire} from 'node:module';
import {build} from 'esbuild';
import {rollup} from 'rollup';
import {minify, onLog, resolveDependencies} from '../../build/bundling.mjs';

const require = createRequire(import.meta.url);

/** Bundles a module for production into a folder, split at `import()`. */
type Bundle = (entry: string, folder: string) => Promise<void>;

interface Stats {
  readonly hasErrors: () => boolean;
  readonly toString: () => string;
}

/** What is used of webpack. It is loaded when it is needed, because it takes long to start. */
type Webpack = (settings: object, done: (error: Error | null, stats?: Stats) => void) => void;

export type Bundler = keyof typeof bundlers;

/** Each with no more settings than an application needs. */
export const bundlers = {
  rollup: async (entry, folder) => {
    const bundle = await rollup({input: entry, plugins: [resolveDependencies()], onLog});
    await bundle.write({dir: folder, format: 'es', plugins: [minify()]});
    await bundle.close();
  },

  esbuild: async (entry, folder) => {
    const output = {bundle: true, splitting: true, format: 'esm', minify: true, target: 'es2022'} as const;
    await build({entryPoints: [entry], outdir: folder, logLevel: 'warning', ...output});
  },

  webpack: (entry, folder) =>
    new Promise((resolve, reject) => {
      const webpack = require('webpack') as Webpack;
      const output = {path: folder, filename: '[name].js', module: true};
      webpack({mode: 'production', entry: {app: entry}, output, experiments: {outputModule: true}}, (error, stats) => {
        if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
        else resolve();
      });
    }),
} satisfies Readonly<Record<string, Bundle>>;
