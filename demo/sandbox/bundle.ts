import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';
import {litHtml, withOurPolicy} from '../../scripts/trusted-types-policy.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles a script of the site with what it imports of the package, as a brand's own build would.
 *
 * @param format an `iife` is for where there are no modules
 */
export async function bundle(file: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    plugins: [builtFiles, ourPolicyName],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

// The editor and the type checker read the sources, and browsers what was built of them.
const builtFiles: Plugin = {
  name: 'built-files',
  setup(bundling) {
    bundling.onResolve({filter: /\/src\/.+\.js$/}, ({path, importer}) =>
      importer.endsWith('.js') ? {path: root + path.replace(/^.*\/src\//, 'dist/')} : undefined,
    );
  },
};

const ourPolicyName: Plugin = {
  name: 'our-policy-name',
  setup(bundling) {
    bundling.onLoad({filter: litHtml}, async ({path}) => ({contents: withOurPolicy(await readFile(path, 'utf8'))}));
  },
};
