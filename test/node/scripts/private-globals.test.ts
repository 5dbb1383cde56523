import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {createContext, runInContext} from 'node:vm';
import {rollup} from 'rollup';
import {onLog, resolveDependencies} from '../../../scripts/build/bundling.mjs';
import {patchDependencies} from '../../../scripts/build/dependency-patches.mjs';
import {privateGlobals} from '../../../scripts/build/private-globals.mjs';

type Library = Parameters<typeof privateGlobals>[0];

/** Bundles a module with what it imports. It stands at `id`, which is where the plugins look for the library. */
async function bundle(library: Library, code: string, id: string): Promise<string> {
  const source = {
    name: 'source',
    resolveId: (name: string) => (name === 'entry' ? id : null),
    load: (name: string) => (name === id ? code : null),
  };
  const plugins = [source, resolveDependencies(), privateGlobals(library), patchDependencies()];
  const build = await rollup({input: 'entry', plugins, onLog});
  const {output} = await build.generate({format: 'iife', name: 'bundled'});
  await build.close();
  return output[0].code;
}

/** A module of the project, which finds the installed packages. */
const ownModule = fileURLToPath(new URL('../../../src/own-module.js', import.meta.url));

const bundleLitHtml = (code: string) => bundle('lit', code, '/node_modules/lit-html/lit-html.js');

/** Runs a bundle on a page that has these globals, and returns what it exports and the page. */
function run(code: string, globals: object, before = ''): {readonly result: unknown; readonly page: object} {
  const page = createContext({...globals});
  runInContext(`${before};${code};globalThis.result = bundled;`, page);
  const {result, bundled: _, ...others} = page as {result?: unknown; bundled?: unknown};
  return {result, page: others};
}

const createsPolicy =
  'const s=globalThis.trustedTypes;export default s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0;';

describe("the bundled Lit's Trusted Types policy", () => {
  const policyOn = async (createPolicy: (name: string) => unknown): Promise<unknown> =>
    run(await bundleLitHtml(createsPolicy), {trustedTypes: {createPolicy}}).result;

  it('has our name', async () => {
    assert.equal(await policyOn((name) => name), 'web-engagement');
  });

  it('is done without when the page refuses it', async () => {
    const refuse = () => {
      throw new TypeError('refused');
    };
    assert.equal(await policyOn(refuse), undefined);
  });

  it('stops the build when Lit creates it in another way', async () => {
    await assert.rejects(bundleLitHtml('export default trustedTypes.createPolicy("lit", {});'), /in another way/);
  });

  it('stops the build when there is no Lit in the bundle', async () => {
    await assert.rejects(bundle('lit', createsPolicy, ownModule), /not found in this bundle/);
  });
});

describe('the bundled Lit', () => {
  const browser = {
    document: {createTreeWalker: () => ({})},
    Document: Object,
    HTMLElement: Object,
    CSSStyleSheet: Object,
  };
  const element = bundle('lit', 'export {LitElement as default} from "lit";', ownModule);

  it("adds nothing to the page's global objects", async () => {
    const {page} = run(await element, browser);
    assert.deepEqual(Object.keys(page), Object.keys(browser));
    assert.equal(runInContext('Symbol.metadata', createContext(page)), undefined);
  });

  it("neither counts itself among the page's copies of Lit nor calls their hooks", async () => {
    const hooks = ['litHtmlPolyfillSupport', 'litElementPolyfillSupport', 'litElementHydrateSupport'];
    const calls: string[] = [];
    const globals = {
      ...browser,
      ...Object.fromEntries([...hooks, 'reactiveElementPolyfillSupport'].map((name) => [name, () => calls.push(name)])),
      litHtmlVersions: ['1.0.0'],
    };
    run(await element, globals);
    assert.deepEqual(calls, []);
    assert.deepEqual(globals.litHtmlVersions, ['1.0.0']);
  });
});

describe('the bundled zod', () => {
  const code = 'import {object, string} from "zod/mini"; export default object({id: string()}).parse({id: "1"}).id;';
  const answer = bundle('zod', code, ownModule);

  it("adds nothing to the page's global objects", async () => {
    const {page, result} = run(await answer, {});
    assert.deepEqual([result, Object.keys(page)], ['1', []]);
  });

  it("does not use the settings of the page's own zod", async () => {
    const settings = {
      postProcessor: () => {
        throw new Error('called');
      },
    };
    assert.equal(run(await answer, {__zod_globalConfig: settings}).result, '1');
  });

  it('loads on a page that has added to Object.prototype', async () => {
    assert.equal(run(await answer, {}, 'Object.prototype.added = 1').result, '1');
  });
});
