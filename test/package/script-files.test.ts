import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Script} from 'node:vm';
import {version} from '../../src/tag/version.js';

const dist = new URL('../../dist/', import.meta.url);
const folder = new URL('script/', dist);
const fileNames = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.js'));
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

const script = 'web-engagement.js';
const [card, element] = ['card', 'element'].map((name) => `web-engagement-${name}-${version}.js`) as [string, string];

/** What npm users import: everything that is built beside the files of the script tag. */
const modules = readdirSync(fileURLToPath(dist), {recursive: true, encoding: 'utf8'})
  .filter((name) => name.endsWith('.js') && !/^(script|parts)[\\/]/.test(name))
  .map((name) => readFileSync(fileURLToPath(new URL(name, dist)), 'utf8'));

/** Words of what pages of visitors do not need. Minifying leaves them as they are. */
const strangers: readonly (readonly [title: string, words: RegExp])[] = [
  ['Glia', /glia|salemove/i],
  ['Avaya', /avaya|api\/journey/i],
  ['the timeline', /engagement-timeline/],
  ['the client of the gateway', /\/data\/gateway/],
  ['the client of external engagements', /external\/engagement/],
];

/** Imports the element's file on a page with Trusted Types, and prints the names of the policies that are created. */
const printPolicies = `
  const names = [];
  globalThis.trustedTypes = {emptyScript: '', createPolicy: (name, rules) => (names.push(name), rules)};
  globalThis.document = {createTreeWalker: () => ({})};
  globalThis.Document = class {};
  globalThis.HTMLElement = class {};
  globalThis.customElements = {get: () => undefined, define() {}};
  await import(${JSON.stringify(new URL(element, folder).href)});
  process.stdout.write(JSON.stringify(names));
`;

describe('the files of the script tag', () => {
  for (const name of fileNames) {
    it(`${name} makes no code out of text`, () => {
      assert.doesNotMatch(read(name), /\bFunction\s*\(|\beval\s*\(/);
    });

    it(`${name} imports only files that stand next to it`, () => {
      const imported = [...read(name).matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(
        (match) => match[1] ?? '',
      );
      for (const file of imported) assert.ok(existsSync(new URL(file, folder)), `${file} is missing`);
    });
  }

  for (const [title, words] of strangers) {
    it(`hold nothing of ${title}`, () => {
      assert.ok(modules.some((code) => words.test(code)));
      assert.deepEqual(
        fileNames.filter((name) => words.test(read(name))),
        [],
      );
    });
  }

  it('hold the hand-off, if at all, in a file of its own', () => {
    const words = /urlToChat|ExternalEngagementError/;
    assert.ok(modules.some((code) => words.test(code)));
    const holding = fileNames.filter((name) => words.test(read(name)));
    assert.ok(
      holding.every((name) => name.includes('handoff')),
      holding.join(),
    );
  });

  it('the first one is a classic script', () => {
    assert.doesNotThrow(() => new Script(read(script)));
  });

  it('the first one contains no Lit', () => {
    assert.doesNotMatch(read(script), /lit-html|lit\$|litElement|reactiveElement|_\$lit/);
  });

  it("the files of the card and of the element contain Lit's production build", () => {
    assert.match(read(card), /lit\$/);
    assert.match(read(element), /reactiveElement|elementProperties/);
    assert.doesNotMatch(read(card) + read(element), /dev mode|litIssuedWarnings/);
  });

  it('the card comes without what only an element needs', () => {
    assert.doesNotMatch(read(card), /elementProperties|updateComplete|from\s*"\.\/web-engagement-element/);
  });

  it('the only Trusted Types policy is ours', () => {
    const node = ['--input-type=module', '--eval', printPolicies];
    assert.deepEqual(JSON.parse(execFileSync(process.execPath, node, {encoding: 'utf8'})), ['web-engagement']);
  });
});
