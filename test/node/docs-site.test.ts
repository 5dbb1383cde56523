// The documents as a site: every link leads somewhere, and every page is there for readers and for programs.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {type DefaultTreeAdapterMap, parse} from 'parse5';
import {buildDocsSite} from '../../scripts/docs/site/docs-site.js';

type Node = DefaultTreeAdapterMap['node'];

interface Document {
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const inRepository = 'https://github.com/web-engagement/web-engagement/blob/main/';

function attributesIn(node: Node, names: readonly string[]): string[] {
  const own = 'attrs' in node ? node.attrs.filter(({name}) => names.includes(name)).map(({value}) => value) : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap((child) => attributesIn(child, names)) : [])];
}

function readDocument(file: string): Document {
  const tree = parse(readFileSync(file, 'utf8'));
  return {ids: attributesIn(tree, ['id']), links: attributesIn(tree, ['href', 'src', 'action'])};
}

describe('the documents as a site', () => {
  let folder: string;
  let documents: ReadonlyMap<string, Document>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'docs-site-'));
    await buildDocsSite(folder);
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.html'));
    documents = new Map(files.map((file) => [file, readDocument(join(folder, file))]));
  });

  after(() => rm(folder, {recursive: true}));

  function leadsNowhere(page: string, link: string): boolean {
    if (link.startsWith(inRepository))
      return !existsSync(join(root, link.slice(inRepository.length).split('#')[0] ?? ''));
    if (/^[a-z]+:/.test(link)) return false;
    const {pathname, hash} = new URL(link, `site:///${page}`);
    const file = pathname.slice(1);
    if (!existsSync(join(folder, file))) return true;
    return hash !== '' && !documents.get(file)?.ids.includes(decodeURIComponent(hash.slice(1)));
  }

  it('has no link that leads nowhere', () => {
    const lost = [...documents].flatMap(([page, {links}]) =>
      links.filter((link) => leadsNowhere(page, link)).map((link) => `${page}: ${link}`),
    );
    assert.ok(documents.size > 40);
    assert.deepEqual(lost, []);
  });

  it('has no page with two places of one name', () => {
    const repeated = [...documents].filter(([, {ids}]) => new Set(ids).size < ids.length).map(([page]) => page);
    assert.deepEqual(repeated, []);
  });

  it('lists each page in llms.txt, which leads to its Markdown', () => {
    const listed = [...readFileSync(join(folder, 'llms.txt'), 'utf8').matchAll(/\]\((\S+)\.md\)/g)].map(
      ([, name]) => name,
    );
    const pages = [...documents.keys()].filter((page) => !['index.html', 'search.html'].includes(page));
    assert.deepEqual(listed.map((name) => `${name}.html`).sort(), pages.sort());
    assert.deepEqual(
      listed.filter((name) => !existsSync(join(folder, `${name}.md`))),
      [],
    );
  });

  it('has the whole of every page in llms-full.txt', () => {
    const all = readFileSync(join(folder, 'llms-full.txt'), 'utf8');
    const missing = [...documents.keys()]
      .map((page) => page.replace('.html', '.md'))
      .filter((page) => {
        const file = join(folder, page);
        return existsSync(file) && !all.includes(readFileSync(file, 'utf8'));
      });
    assert.deepEqual(missing, []);
  });
});
