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
