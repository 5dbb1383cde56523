import {fileURLToPath} from 'node:url';
import {rollup, type Plugin} from 'rollup';
import {onLog, resolveDependencies} from '../../scripts/bundling.mjs';
import {trustedTypesPolicy} from '../../scripts/trusted-types-policy.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundles = new Map<string, Promise<string>>();

/**
 * Bundles a script of the site with what it imports of the package, as a brand's own build would.
 *
 * It does so once: after another `npm run build`, the sandbox has to be started anew.
 */
export function bundle(file: string): Promise<string> {
  const known = bundles.get(file);
  if (known) return known;
  const made = make(file);
  bundles.set(file, made);
  made.catch(() => bundles.delete(file));
  return made;
}

/** The same, without remembering; an `iife` is for where there are no modules. */
export async function make(input: string, format: 'es' | 'iife' = 'es', ...more: readonly Plugin[]): Promise<string> {
  const plugins = [builtFiles, resolveDependencies(), ourPolicyName(), ...more];
  const build = await rollup({input, plugins, onLog});
  const {output} = await build.generate({format, inlineDynamicImports: true});
  await build.close();
  return output[0].code;
}

// The editor and the type checker read the sources, and browsers what was built of them.
const builtFiles: Plugin = {
  name: 'built-files',
  resolveId: (id) => {
    const path = /\/src\/(.+\.js)$/.exec(id)?.[1];
    return path ? `${root}dist/${path}` : null;
  },
};

/** Not every bundle has Lit in it, for which the plugin looks at the end. */
function ourPolicyName(): Plugin {
  const {name, buildStart, transform} = trustedTypesPolicy();
  return {name, ...(buildStart && {buildStart}), ...(transform && {transform})};
}
