/** @type {readonly {readonly file: RegExp, readonly before: string, readonly after: string}[]} */
const patches = [
  ...['table', 'computes'].map((name) => ({
    // A page that has added to `Object.prototype` must not stop zod while it loads.
    file: /[\\/]zod[\\/]v4[\\/]core[\\/]util\.js$/,
    before: `for (const key in ${name})`,
    after: `for (const key of Object.keys(${name}))`,
  })),
  ...[
    `"Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security."`,
    '"CSSResult is not constructable. Use `unsafeCSS` or `css` instead."',
  ].map((words) => ({
    // Advice to who writes style sheets, which the files of the script tag have no place for.
    file: /[\\/]@lit[\\/]reactive-element[\\/]css-tag\.js$/,
    before: `Error(${words})`,
    after: 'Error()',
  })),
];

/**
 * Changes the few places in Lit and zod for which they offer no setting. docs/dependencies.md says why, and what each costs.
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
