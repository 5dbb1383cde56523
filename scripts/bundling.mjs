import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** What every bundle that contains its dependencies is made with. Lit's production build is the default condition. */
export const resolveDependencies = () => nodeResolve({browser: true});

/** The last step of such a bundle. */
export const minify = () => terser({ecma: 2020, compress: {passes: 2}, format: {comments: false}});

/**
 * Turns every warning into an error, except two that zod causes in each bundle.
 * @type {import('rollup').LogHandlerWithDefault}
 */
export function onLog(level, log, handle) {
  const known = ['INVALID_ANNOTATION', 'CIRCULAR_DEPENDENCY'].includes(log.code ?? '');
  const places = [log.id, log.loc?.file, ...(log.ids ?? [])];
  if (known && places.some((place) => /[\\/]node_modules[\\/]zod[\\/]/.test(place ?? ''))) return;
  handle(level === 'warn' ? 'error' : level, log);
}
