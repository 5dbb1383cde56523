import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** Resolves the dependencies that a bundle contains, in their production builds for browsers. */
export const resolveDependencies = () => nodeResolve({browser: true});

/** The last step of such a bundle. */
export const minify = () =>
  terser({
    ecma: 2020,
    module: true,
    compress: {passes: 4, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true},
    format: {comments: false},
  });

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
