const creation = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;

/** The module in which Lit creates its policy. */
const litHtml = /[\\/]lit-html[\\/]lit-html\.js$/;

/**
 * Gives Lit our own Trusted Types policy name, so that a page's policy has to allow only us, and lets Lit go on when the
 * page refuses: its own code throws while it loads, and the element would never be defined.
 * @param {string} code of the module `litHtml`
 * @throws {Error} when Lit creates its policy in another way
 */
function withOurPolicy(code) {
  if (!creation.test(code))
    throw new Error('lit-html creates its Trusted Types policy in another way than this build knows.');
  return code.replace(creation, '(()=>{try{return $1.createPolicy("web-engagement",$2)}catch{}})()');
}

/**
 * Does so in a bundle that must have Lit in it.
 * @returns {import('rollup').Plugin}
 */
export function trustedTypesPolicy() {
  let replaced = false;
  return {
    name: 'trusted-types-policy',
    buildStart() {
      replaced = false;
    },
    transform(code, id) {
      if (!litHtml.test(id)) return null;
      replaced = true;
      return {code: withOurPolicy(code), map: null};
    },
    buildEnd(error) {
      if (!error && !replaced) this.error('lit-html was not found in this bundle.');
    },
  };
}
