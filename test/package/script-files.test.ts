import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {Script} from 'node:vm';

const folder = new URL('../../dist/script/', import.meta.url);
const fileNames = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith('.js'));
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, folder)), 'utf8');

const script = 'web-engagement.js';
const element = 'web-engagement-element.js';

/** What pages of visitors have no use for: words that minifying leaves, and a built file that proves that they are its words. */
const strangers: readonly (readonly [title: string, words: RegExp, home: string])[] = [
  ['Glia', /glia|salemove/i, 'vendors/glia/connection.js'],
  ['Avaya', /avaya|api\/journey/i, 'vendors/avaya/avaya-journey-client.js'],
  ['the timeline', /engagement-timeline/, 'timeline.js'],
  ['the client of the gateway', /\/data\/gateway|ixnProfile|cancelData/, 'vendors/genesys/gateway-client.js'],
  ['the client of external engagements', /external\/engagement/, 'vendors/liveperson/external-engagement-client.js'],
];

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

  for (const [title, words, home] of strangers) {
    it(`hold nothing of ${title}`, () => {
      assert.match(read(`../${home}`), words);
      assert.deepEqual(
        fileNames.filter((name) => words.test(read(name))),
        [],
      );
    });
  }

  it('hold the hand-off, if at all, in a file of its own', () => {
    const words = /urlToChat|ExternalEngagementError/;
    assert.match(read('../vendors/liveperson/external-engagement-link.js'), words);
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

  it("the element's file contains Lit's production build", () => {
    assert.match(read(element), /lit\$/);
    assert.doesNotMatch(read(element), /dev mode|litIssuedWarnings/);
  });

  it('the only Trusted Types policy is ours', () => {
    const policies = fileNames.flatMap((name) =>
      [...read(name).matchAll(/createPolicy\(["']([^"']+)["']/g)].map((match) => match[1]),
    );
    assert.deepEqual(new Set(policies), new Set(['web-engagement']));
  });
});
