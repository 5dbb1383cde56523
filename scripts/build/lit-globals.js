// Stand-ins for the page's global objects in a bundled Lit, because Lit writes to them: it counts its versions there, calls
// hooks that the page sets there for its own Lit, and adds `Symbol.metadata`. See private-globals.mjs.

/** @typedef {{createPolicy: (name: string, rules: object) => unknown, emptyScript: unknown}} PolicyFactory */

const {trustedTypes} = /** @type {{trustedTypes?: PolicyFactory}} */ (globalThis);

// Lit calls its policy "lit-html". With this name, a page's policy allows this component only. On a page that does not
// allow it, the element works without it, whereas Lit's own call would throw before the element is defined.
const policyFactory = trustedTypes && {
  emptyScript: trustedTypes.emptyScript,
  /**
   * @param {string} _name
   * @param {object} rules
   */
  createPolicy(_name, rules) {
    try {
      return trustedTypes.createPolicy('web-engagement', rules);
    } catch {
      return undefined;
    }
  },
};

// Without a prototype, Rollup knows that all other properties are undefined, and removes the hooks.
const privateGlobal = {__proto__: null, ShadowRoot: true, trustedTypes: policyFactory};

/** @type {(description?: string) => symbol} */
const createSymbol = (description) => Symbol(description);
const privateSymbol = Object.setPrototypeOf(createSymbol, Symbol);

export {privateGlobal as globalThis, privateSymbol as Symbol};
export const litPropertyMetadata = new WeakMap();
