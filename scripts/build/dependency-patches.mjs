/** @type {readonly {readonly file: RegExp, readonly before: string, readonly after: string}[]} */
const patches = ['table', 'computes'].map((name) => ({
  // A page that has added to `Object.prototype` must not stop zod while it loads.
  file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/,
  before: `for (const key in ${name})`,
  after: `for (const key of Object.keys(${name}))`,
}));

/**
 * Changes the few places in zod for which it offers no setting. docs/dependencies.md says why, and what each costs.
 * @returns {import('rollup').Plugin}
 */
export function patchDependencies() {
  return {
    name: 'patch-dependencies',
    transform(code, id) {
      const relevant = patches.filter(({file}) => file.test(id));
      if (relevant.length === 0) return null;
      for (const {before, after} of relevant) {
        if (!code.includes(before))
          this.error(`Cannot find \`${before}\`: check whether this version still needs the patch.`);
        code = code.replace(before, after);
      }
      return {code, map: null};
    },
  };
}
