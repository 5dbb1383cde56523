import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {listenOnLoopback} from './loopback.js';

/** A host that only has files. */
export interface FolderServer {
  /** Address of the folder, with a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** Pages of other hosts may import the scripts, as `docs/going-live.md` asks of a host of the files. */
const headersOf = (name: string) => ({
  'Content-Type': types[extname(name)] ?? 'text/plain',
  'Access-Control-Allow-Origin': '*',
});

/** Serves a folder on the loopback interface below `path`, which starts and ends with a slash. */
export async function serveFolder(folder: string, path: string): Promise<FolderServer> {
  const server = createServer((message, response) => {
    const {pathname} = new URL(message.url ?? '', 'http://localhost');
    const name = pathname.startsWith(path) ? pathname.slice(path.length).replace(/^$|\/$/, '$&index.html') : '';
    void readFile(join(folder, name)).then(
      (content) => response.writeHead(200, headersOf(name)).end(content),
      () => response.writeHead(404, {'Content-Type': 'text/html'}).end('<title>404</title>'),
    );
  });
  const {origin, close} = await listenOnLoopback(server);
  return {url: `${origin}${path}`, close};
}
