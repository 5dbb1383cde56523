import {fileURLToPath} from 'node:url';
import type {TestRunnerPlugin} from '@web/test-runner';
import {build, type Plugin} from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Bundle {
  readonly code: string;
  readonly map: string;
}

/**
 * Serves each TypeScript module that a page asks for in one file with all that it imports: each test file has a page of
 * its own, and pages that load one file are opened sooner than pages that load hundreds.
 */
export function bundlePlugin(): TestRunnerPlugin {
  const bundles = new Map<string, Promise<Bundle>>();
  const bundleOf = (entry: string): Promise<Bundle> => {
    const bundle = bundles.get(entry) ?? bundleModule(entry, root);
    bundles.set(entry, bundle);
    return bundle;
  };
  return {
    name: 'bundle',
    async serve({path}) {
      if (path.endsWith('.ts')) return {body: (await bundleOf(path)).code, type: 'js'};
      if (path.endsWith('.ts.map')) return {body: (await bundleOf(path.slice(0, -'.map'.length))).map, type: 'json'};
      return undefined;
    },
  };
}

/**
 * Puts a module and all that it imports in one file.
 *
 * @param entry path of the module from `root`, with a slash at its beginning
 */
export async function bundleModule(entry: string, root: string): Promise<Bundle> {
  const {outputFiles} = await build({
    absWorkingDir: root,
    entryPoints: [`.${entry}`],
    outfile: `.${entry}`,
    allowOverwrite: true,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['development'],
    // The package says that its sources have no effect of their own: in `src`, elements are defined nevertheless.
    ignoreAnnotations: true,
    sourcemap: 'linked',
    logLevel: 'silent',
    plugins: [withoutAxe],
  });
  const textOf = (end: string): string => outputFiles.find(({path}) => path.endsWith(end))?.text ?? '';
  return {code: textOf('.ts'), map: textOf('.map')};
}

// @open-wc/testing has axe in it, which is more than all else in a test's page; `axe.ts` loads it where it is asked for.
const withoutAxe: Plugin = {
  name: 'without-axe',
  setup(bundling) {
    bundling.onLoad({filter: /[\\/]chai-a11y-axe[\\/]/}, () => ({contents: 'export const chaiA11yAxe = () => {};'}));
  },
};
