import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {runInNewContext} from 'node:vm';
import {rollup} from 'rollup';
import {trustedTypesPolicy} from '../../scripts/trusted-types-policy.mjs';

/** Bundles a module that stands where lit-html's own would be. */
async function bundle(code: string, id = '/node_modules/lit-html/lit-html.js'): Promise<string> {
  const source = {name: 'source', resolveId: () => id, load: () => code};
  const build = await rollup({input: 'entry', plugins: [source, trustedTypesPolicy()]});
  const {output} = await build.generate({format: 'iife', name: 'policy'});
  return output[0].code;
}

const litHtml = 'const s=globalThis.trustedTypes;export default s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0;';

function policyOf(code: string, createPolicy: (name: string) => unknown): unknown {
  const page = {trustedTypes: {createPolicy}};
  runInNewContext(`${code};globalThis.result = policy;`, page);
  return (page as {result?: unknown}).result;
}

describe("the bundled Lit's Trusted Types policy", () => {
  it('has our name', async () => {
    const code = await bundle(litHtml);
    assert.equal(
      policyOf(code, (name) => name),
      'web-engagement',
    );
  });

  it('is done without when the page refuses it', async () => {
    const refuse = () => {
      throw new TypeError('refused');
    };
    assert.equal(policyOf(await bundle(litHtml), refuse), undefined);
  });

  it('stops the build when Lit creates it in another way', async () => {
    await assert.rejects(bundle('export default trustedTypes.createPolicy("lit", {});'), /in another way/);
  });

  it('stops the build when there is no Lit in the bundle', async () => {
    await assert.rejects(bundle(litHtml, '/src/other.js'), /not found in this bundle/);
  });
});
