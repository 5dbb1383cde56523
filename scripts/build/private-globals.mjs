import {fileURLToPath} from 'node:url';

const libraries = {
  lit: {
    modules: /[\\/]node_modules[\\/](@lit|lit|lit-element|lit-html)[\\/]/,
    // The module that creates Lit's Trusted Types policy must take it from the global object.
    mustUseGlobal: /[\\/]lit-html[\\/]lit-html\.js$/,
    standIns: '{globalThis, Symbol, litPropertyMetadata}',
  },
  zod: {
    modules: /[\\/]node_modules[\\/]zod[\\/]/,
    mustUseGlobal: /[\\/]zod[\\/]v4[\\/]core[\\/]core\.js$/,
    standIns: '{globalThis}',
  },
};

/**
 * Gives the bundled copy of a library its own global objects, from `lit-globals.js` and `zod-globals.js`, so that it and
 * the page's copy of the library do not affect each other.
 *
 * @param {keyof typeof libraries} name The build fails when the bundle does not contain this library, or when a later
 *   version no longer uses `globalThis` where it did.
 * @returns {import('rollup').Plugin}
 */
export function privateGlobals(name) {
  const {modules, mustUseGlobal, standIns} = libraries[name];
  const source = fileURLToPath(new URL(`${name}-globals.js`, import.meta.url));
  let found = false;
  return {
    name: 'private-globals',
    buildStart() {
      found = false;
    },
    transform(code, id) {
      if (!modules.test(id)) return null;
      if (mustUseGlobal.test(id)) {
        if (!code.includes('globalThis'))
          this.error(`${id} uses the page's globals in another way than this build knows.`);
        found = true;
      }
      return {code: `import ${standIns} from ${JSON.stringify(source)};\n${code}`, map: null};
    },
    buildEnd(error) {
      if (!error && !found) this.error(`${name} was not found in this bundle.`);
    },
  };
}
