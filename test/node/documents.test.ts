// The documents of the project lead somewhere: README.md, the other files at the root, and docs/.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const listMarkdown = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const documents = ['.', 'docs', 'docs/guides', 'bench', 'examples'].flatMap(listMarkdown);

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const withoutCode = (markdown: string): string => markdown.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');

/** The names by which a heading can be linked to, as GitHub writes them. */
function anchorsOf(path: string): ReadonlySet<string> {
  const headings = read(path)
    .replace(/^```[^]*?^```/gm, '')
    .matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

function leadsNowhere(document: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path ? join(dirname(document), path) : document;
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && !anchorsOf(target).has(anchor);
}

describe('every link in', () => {
  for (const document of documents) {
    it(`${document} leads to a file and a heading that exist`, () => {
      const links = [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
      const local = links.filter((link) => !/^[a-z]+:/.test(link));
      assert.deepEqual(
        local.filter((link) => leadsNowhere(document, link)),
        [],
      );
    });
  }
});

describe('README.md', () => {
  it('is short enough to be read', () => {
    assert.ok(read('README.md').split('\n').length <= 150);
  });
});

describe('docs/goals.md', () => {
  it('names tests that exist, for each of the 25 goals', () => {
    const rows = read('docs/goals.md')
      .split('\n')
      .filter((line) => /^\| E\d/.test(line));
    const unproven = rows.filter((row) => {
      const tests = [...row.matchAll(/`((?:test|bench)\/[\w/.-]+)`/g)].map(([, path = '']) => path);
      return tests.length === 0 || !tests.every((path) => existsSync(join(root, path)));
    });
    assert.equal(rows.length, 25);
    assert.deepEqual(unproven, []);
  });
});
