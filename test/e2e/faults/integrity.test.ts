// The samples of docs/hosting.md, with the hashes of the files in place of dots.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {hashFiles} from '../../../cli/file-hashes.js';
import {startSandbox, type Sandbox} from '../../../demo/sandbox/sandbox.js';
import {version} from '../../../src/tag/version.js';
import {inEveryEngine} from '../engines.js';
import {cardOf} from '../brand/brand.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const files = join(root, 'dist/script');
const document = readFileSync(join(root, 'docs/hosting.md'), 'utf8');
const samples = [...document.matchAll(/^```html\n([^]*?)^```$/gm)].map(([, code = '']) => code);

type Hashes = Readonly<Record<string, string>>;

inEveryEngine('a page that names the hashes of the files', (visitor) => {
  let folder: string;
  let sandbox: Sandbox;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'integrity-'));
    sandbox = await startSandbox({staticFolders: [folder, files], policy: ''});
  });

  afterEach(async () => {
    await sandbox.close();
    await rm(folder, {recursive: true});
  });

  /** Opens a page with the samples, the import map before the tag. */
  async function open(hashes: Hashes) {
    const fill = (_: string, name: string, isLater: string | undefined, between: string): string => {
      const file = `${name}${isLater ? `-${version}` : ''}.js`;
      return `${sandbox.url}/${file}${between}${hashes[file] ?? ''}`;
    };
    const markup = ['<!doctype html><title>Brand</title>', ...samples.toReversed()]
      .join('')
      .replace(/https:\S+\/([\w-]+?)(-x\.y\.z)?\.js("[^"]+")sha384-…/g, fill)
      .replace('data-account-id', `data-api-host="${sandbox.url}" data-account-id`);
    await writeFile(join(folder, 'page.html'), markup);
    const page = await visitor().newPage();
    await page.goto(`${sandbox.url}/page.html`);
    return page;
  }

  it('shows the invitation when they are the files’ own', async () => {
    const page = await open(await hashFiles(files));
    await cardOf(page).waitFor();
  });

  it('runs no further file that has another hash', async () => {
    const hashes = await hashFiles(files);
    const element = `web-engagement-element-${version}.js`;
    const first = hashes['web-engagement.js'] ?? '';
    const refused = visitor().waitForEvent('console', (line) =>
      line.text().includes(`Cannot load ${sandbox.url}/${element}`),
    );
    const page = await open({...hashes, [element]: first});
    // A visitor who comes to the card needs it.
    await cardOf(page).hover();
    await refused;
    assert.equal(await page.evaluate(() => customElements.get('web-engagement')), undefined);
  });
});
