import {randomUUID} from 'node:crypto';
import {after, before, beforeEach} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Page} from 'playwright';
import {answer} from '../../../support/servers/faults.js';
import {startFaultyServer, type FaultyServer} from '../../../support/servers/faulty-server.js';
import {serveFolder, type FolderServer} from '../../../support/servers/folder-server.js';
import {until} from '../../until.js';

/** What the widget has told the page, in short. */
export interface Told {
  readonly type: string;
  readonly error: string;
  /** Number of the next attempt. */
  readonly attempt: number;
  /** In ms. */
  readonly delay: number;
}

/** Pages with the script tag, and a platform that fails as it is told. */
export interface FaultyPages {
  /** The platform, at another origin than the pages. */
  readonly platform: FaultyServer;
  readonly pages: FaultyServer;
  /** Serves a page with the script tag, and returns its address. */
  page(body?: string): string;
  /** The script tag alone. */
  readonly script: string;
}

const hearing = `<script>
  globalThis.told = [];
  const name = ({error, cause} = {}) => (error ?? cause)?.name ?? '';
  for (const type of ['retry', 'error', 'shown']) {
    addEventListener('engagement-' + type, ({detail}) =>
      told.push({type, error: name(detail), attempt: detail?.attempt, delay: detail?.delay}));
  }
  addEventListener('unhandledrejection', () => told.push({type: 'uncaught'}));
  addEventListener('error', () => told.push({type: 'uncaught'}));
</script>`;

export const toldOn = (page: Page): Promise<readonly Told[]> => page.evaluate('globalThis.told ?? []');

/** Waits until the widget has told something of a type. */
export async function tells(page: Page, type: string): Promise<Told> {
  let found: Told | undefined;
  await until(`the page hears of ${type}`, async () => {
    found = (await toldOn(page).catch(() => [])).find((told) => told.type === type);
    return !!found;
  });
  return found as Told;
}

/** Runs the servers as long as the suite; read the fields within a test only. */
export function useFaultyPages(): FaultyPages {
  let [platform, pages]: FaultyServer[] = [];
  let files: FolderServer | undefined;
  let account = '';

  before(async () => {
    const folder = fileURLToPath(new URL('../../../../dist/script', import.meta.url));
    [platform, pages, files] = await Promise.all([
      startFaultyServer(),
      startFaultyServer(),
      serveFolder(folder, '/dist/'),
    ]);
  });
  beforeEach(() => {
    account = `faults-${randomUUID()}`;
  });
  after(() => Promise.all([platform?.close(), pages?.close(), files?.close()]));

  const script = (): string =>
    `<script async src="${files?.url ?? ''}web-engagement.js" data-account-id="${account}" data-app-installation-id="app" data-api-host="${platform?.origin ?? ''}" data-locale="en"></script>`;
  return {
    get platform() {
      return platform as FaultyServer;
    },
    get pages() {
      return pages as FaultyServer;
    },
    get script() {
      return script();
    },
    page: (body = '') => {
      const html = `<!doctype html><html lang="en"><title>Brand</title>${hearing}<body>${body}${script()}</body></html>`;
      const headers = {'Content-Type': 'text/html; charset=utf-8'};
      return (pages as FaultyServer).serve(`/${randomUUID()}`, answer(html, {headers}));
    },
  };
}
