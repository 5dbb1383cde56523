import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * Bundles the floors, each to one classic script.
 *
 * @returns the folder of the scripts
 */
export async function buildFloors(): Promise<string> {
  const folder = here('../../dist/parts/floors');
  await build({
    entryPoints: [here('vanilla.ts'), here('lit.ts')],
    outdir: folder,
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2022',
    logLevel: 'warning',
  });
  return folder;
}
