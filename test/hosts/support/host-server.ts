import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A request that reached the platform. */
export interface PlatformRequest {
  readonly account: string;
  readonly method: string;
  readonly path: string;
  readonly text: string;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body: string | Buffer;
}

/** A brand's server and the platform, in one process and at two origins. */
export interface HostServer {
  /** Origin of the brand's pages. */
  readonly pages: string;
  /** Origin of the script and of the platform. */
  readonly platform: string;
  readonly requests: readonly PlatformRequest[];
  /** Serves a file of the brand's; its last version counts. */
  serve(path: string, answer: Partial<Answer>): string;
  /** Serves what a module becomes when esbuild bundles it, and returns its address. */
  bundle(path: string, source: string, alias?: Readonly<Record<string, string>>): Promise<string>;
  /** Says what the platform answers to an account. */
  answer(account: string, answer: unknown): void;
  close(): Promise<void>;
}

export async function startHostServer(): Promise<HostServer> {
  const files = new Map<string, Answer>();
  const answers = new Map<string, unknown>();
  const requests: PlatformRequest[] = [];
  /** What was bundled already, by what it was made from. */
  const bundles = new Map<string, Promise<string>>();

  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const {pathname} = new URL(request.url ?? '/', 'http://host');
    const own = files.get(pathname);
    if (own) return own;
    if (pathname.startsWith('/dist/')) return readResource(`dist/script${pathname.slice(5)}`);
    if (pathname.startsWith('/lib/')) return readResource(`node_modules${pathname.slice(4)}`);
    if (pathname === '/favicon.ico' || pathname === '/round-trip') return {status: 204, body: ''};
    if (!pathname.startsWith('/api/')) return {status: 404, body: ''};
    if (request.method === 'OPTIONS') return {status: 204, body: '', headers: preflight};
    const account = pathname.split('/')[3] ?? '';
    requests.push({
      account,
      method: pathname.split('/').at(-1) ?? '',
      path: request.url ?? '',
      text: await read(request),
    });
    return {status: 201, type: 'application/json', body: JSON.stringify(answers.get(account))};
  };

  const server = createServer((request, response) => {
    void answerTo(request).then((answer) => send(response, answer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  const pages = `http://127.0.0.1:${String(port)}`;

  const serve: HostServer['serve'] = (path, answer) => {
    files.set(path, {status: 200, body: '', type: 'text/javascript', ...answer});
    return pages + path;
  };
  return {
    pages,
    platform: `http://localhost:${String(port)}`,
    requests,
    serve,
    bundle: async (path, source, alias = {}) => {
      const key = JSON.stringify([source, alias]);
      const bundle = bundles.get(key) ?? bundled(source, alias);
      bundles.set(key, bundle);
      return serve(path, {body: await bundle});
    },
    answer: (account, answer) => answers.set(account, answer),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const preflight = {
  'access-control-allow-headers': 'content-type, x-http-method-override',
  'access-control-allow-methods': 'POST',
  'access-control-max-age': '600',
};

function send(response: ServerResponse, {status, type = 'text/html', headers, body}: Answer): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    ...headers,
  });
  response.end(body);
}

async function readResource(path: string): Promise<Answer> {
  try {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    return {status: 200, type, body: await readFile(root + path)};
  } catch {
    return {status: 404, body: ''};
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

async function bundled(source: string, alias: Readonly<Record<string, string>>): Promise<string> {
  const {outputFiles} = await build({
    stdin: {contents: source, resolveDir: root, loader: 'tsx'},
    alias: {...alias},
    bundle: true,
    write: false,
    format: 'iife',
    define: {'process.env.NODE_ENV': '"development"'},
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
