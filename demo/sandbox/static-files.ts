import {readFile} from 'node:fs/promises';
import {extname, resolve, sep} from 'node:path';
import {html, type Answer} from './answer.js';
import type {SandboxRequest, Service} from './request.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types web-engagement',
].join('; ');

/** Serves the files of the first folder that has them. */
export function staticFiles(folders: readonly string[]): Service {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    for (const folder of folders) {
      const answer = await serve(folder, request);
      if (answer) return answer;
    }
    return undefined;
  };
}

async function serve(folder: string, {url}: SandboxRequest): Promise<Answer | undefined> {
  const file = resolve(folder, `.${decodePath(url.pathname.replace(/\/$/, '/index.html'))}`);
  if (!file.startsWith(resolve(folder) + sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  if (!content) return undefined;
  const type = types[extname(file)] ?? 'application/octet-stream';
  if (file.endsWith('.bundle.js')) return asset(await bundled(file), type);
  return extname(file) === '.html' ? page(content.toString('utf8'), url) : asset(content, type);
}

/** Loads the bundler only for those who need it. */
async function bundled(file: string): Promise<string> {
  const {bundle} = await import('./bundle.js');
  return bundle(file);
}

// A brand's page loads the script's later parts as modules, which another origin must allow.
function asset(body: string | Uint8Array, type: string): Answer {
  return {status: 200, headers: {'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...common}, body};
}

function page(source: string, {origin}: URL): Answer {
  const filled = source.replaceAll('{{origin}}', origin);
  return html(200, filled, {'Content-Security-Policy': pagePolicy, ...common});
}

const common = {'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff'};

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
