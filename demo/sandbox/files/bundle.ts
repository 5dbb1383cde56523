import {fileURLToPath} from 'node:url';
import {build, type Plugin} from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Bundles a script with everything it imports, as a brand's own build would. Needs the files that `npm run build` leaves in
 * `dist/`.
 *
 * @param file absolute path of the script
 * @param format `iife` is for a service worker, which not every browser loads as a module
 * @throws when something that it imports cannot be found
 */
export async function bundle(file: string, format: 'esm' | 'iife' = 'esm'): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format,
    target: 'es2022',
    plugins: [builtPackage],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

// Scripts of the page import from `src` so that editors and the type checker find the types. Browsers get the built files.
const builtPackage: Plugin = {
  name: 'built-package',
  setup(bundling) {
    bundling.onResolve({filter: /\/src\/.+\.js$/}, ({path, importer}) =>
      importer.endsWith('.js') ? {path: root + path.replace(/^.*\/src\//, 'dist/')} : undefined,
    );
  },
};
