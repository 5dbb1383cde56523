import {readdirSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import {markup, pages} from './pages.js';

/** A running server of the pages and the scripts. All files are compressed, as on a CDN. */
export interface Site {
  /** Address of the page at this index of `pages`. */
  pageUrl(index: number): string;
  close(): void;
}

interface File {
  readonly type: string;
  readonly body: Buffer;
}

const built = fileURLToPath(new URL('../dist/script/', import.meta.url));
const floor = fileURLToPath(new URL('vanilla.js', import.meta.url));

/**
 * Serves the pages and the built scripts. Needs the files that `npm run build` leaves in `dist/`.
 *
 * @param platform origin that the pages ask
 */
export async function startSite(platform: string): Promise<Site> {
  const script = (path: string): File => compressed('text/javascript; charset=utf-8', readFileSync(path));
  const files = new Map<string, File>([
    ...pages.map((page, index) => [`/${index}`, compressed('text/html', Buffer.from(markup(page, platform)))] as const),
    ...readdirSync(built).map((name) => [`/${name}`, script(built + name)] as const),
    ['/vanilla.js', script(floor)],
  ]);
  const server = createServer(({url = ''}, response) => {
    const file = files.get(url);
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, {'Content-Type': file.type, 'Content-Encoding': 'br'}).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    pageUrl: (index) => `http://127.0.0.1:${port}/${index}`,
    close: () => server.close().closeAllConnections(),
  };
}

// Node's default quality is the best one, 11.
function compressed(type: string, content: Buffer): File {
  return {type, body: brotliCompressSync(content)};
}
