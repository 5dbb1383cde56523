/**
 * Gives the Lit inside a bundle our own Trusted Types policy name, so that a page's policy has to allow only us, and lets Lit go on
 * when the page refuses: its own code throws while it loads, and the element would never be defined.
 * @returns {import('rollup').Plugin}
 */
export function trustedTypesPolicy() {
  const creation = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;
  let replaced = false;
  return {
    name: 'trusted-types-policy',
    buildStart() {
      replaced = false;
    },
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!creation.test(code))
        this.error('lit-html creates its Trusted Types policy in another way than this plugin knows.');
      replaced = true;
      const survivor = '(()=>{try{return $1.createPolicy("web-engagement",$2)}catch{}})()';
      return {code: code.replace(creation, survivor), map: null};
    },
    buildEnd(error) {
      if (!error && !replaced) this.error('lit-html was not found in this bundle.');
    },
  };
}
