import {build} from 'esbuild';
import {rollup} from 'rollup';
import webpack from 'webpack';
import {minify, onLog, resolveDependencies} from '../../build/bundling.mjs';

/** Bundles a module for production into a folder, split at `import()`. */
type Bundle = (entry: string, folder: string) => Promise<void>;

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
      const output = {path: folder, filename: '[name].js', module: true};
      const settings = {mode: 'production', entry: {app: entry}, output, experiments: {outputModule: true}} as const;
      webpack(settings, (error, stats) => {
        if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
        else resolve();
      });
    }),
} satisfies Readonly<Record<string, Bundle>>;
