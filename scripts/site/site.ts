import {readdirSync, readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {brotli} from './brotli.js';
import {answerAsPlatform} from './platform.js';

export interface SiteOptions {
  /** Markup of the pages by path, such as `/offer`, for the site's own origin. */
  readonly pages: Readonly<Record<string, (origin: string) => string>>;
  /** Folders whose scripts are served, by the path that they get, such as `/script/`. */
  readonly folders: Readonly<Record<string, string>>;
  /** How long the server takes for a file, in ms. @default 0 */
  readonly fileDelay?: number;
  /** Answers to what neither the pages nor the platform know: JSON, markup if it begins with `<`. */
  readonly answer?: (path: string) => string | undefined;
}

/** A running server of pages and scripts, compressed as on a CDN, and of the platform they ask. */
export interface Site {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  close(): void;
}

/** Starts a site on the loopback interface. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const files = new Map(Object.entries(options.folders).flatMap(([path, folder]) => scriptsIn(path, folder)));
  const markup = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const [path, page] of Object.entries(options.pages)) markup.set(path, brotli(Buffer.from(page(url))));

  async function answer({url: address = ''}: IncomingMessage, response: ServerResponse): Promise<void> {
    const {pathname} = new URL(address, url);
    const page = markup.get(pathname);
    const file = files.get(pathname);
    if (file && options.fileDelay) await sleep(options.fileDelay);
    if (page) sendCompressed(response, 'text/html; charset=utf-8', page);
    else if (file) sendCompressed(response, 'text/javascript; charset=utf-8', file);
    else send(response, answerAsPlatform(pathname) ?? options.answer?.(pathname));
  }

  return {url, close: () => server.close().closeAllConnections()};
}

function scriptsIn(path: string, folder: string): [string, Buffer][] {
  const names = readdirSync(folder).filter((name) => extname(name) === '.js');
  return names.map((name) => [path + name, brotli(readFileSync(join(folder, name)))]);
}

function sendCompressed(response: ServerResponse, type: string, body: Buffer): void {
  response.writeHead(200, {'Content-Type': type, 'Content-Encoding': 'br'}).end(body);
}

function send(response: ServerResponse, body: string | undefined): void {
  const type = body?.startsWith('<') ? 'text/html' : 'application/json';
  response.writeHead(body === undefined ? 404 : 200, {'Content-Type': type, 'Cache-Control': 'no-store'}).end(body);
}
