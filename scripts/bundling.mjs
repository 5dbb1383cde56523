import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** What every bundle that contains its dependencies is made with. Lit's production build is the default condition. */
export const resolveDependencies = () => nodeResolve({browser: true});

/** The last step of such a bundle. */
export const minify = () => terser(minification);

/** @type {import('@rollup/plugin-terser').Options} */
const minification = {
  ecma: 2020,
  module: true,
  compress: {passes: 3, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true},
  format: {comments: false},
};

/** The names that Lit keeps for those who extend its classes. Nobody does so from outside a bundle that exports none of them. */
const litInternals =
  /^_\$|^(isUpdatePending|finalizeStyles|createProperty|getPropertyDescriptor|getPropertyOptions|addInitializer|addController|removeController|createRenderRoot|enableUpdating|scheduleUpdate|performUpdate|willUpdate|firstUpdated|getUpdateComplete|shouldUpdate|renderOptions|hasUpdated|shadowRootOptions|setConnected|host(Connected|Disconnected|Update|Updated)|startNode|endNode|creationScope|renderBefore|wrapped|useDefault|noAccessor|renewSession|affectsSession|sessionSettings|onKeydown)$/;

/** The last step of a bundle with Lit that exports none of Lit's classes to be extended. */
export const minifyWithLit = () => terser({...minification, mangle: {properties: {regex: litInternals}}});

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
