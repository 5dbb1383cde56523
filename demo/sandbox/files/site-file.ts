import {html, type Answer} from '../http/answer.js';
import {apiHost} from '../http/request.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The first is the script tag's. The second is Lit's own, which the timelines are bundled with.
  'trusted-types web-engagement lit-html',
].join('; ');

const common = {'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff'};

/** The path of the file that a page's address means. */
export const toFilePath = ({pathname}: URL): string => pathname.replace(/\/$/, '/index.html');

/** Answers with a file of the site; a page is told what its `api-host` is, and gets a policy. */
export function siteFile(path: string, content: Uint8Array<ArrayBuffer>, url: URL): Answer {
  const ending = path.split('.').at(-1) ?? '';
  if (ending === 'html') return page(new TextDecoder().decode(content), url);
  // A brand's page loads the script's later parts as modules, which another origin must allow.
  const headers = {'Content-Type': types[ending] ?? 'application/octet-stream', 'Access-Control-Allow-Origin': '*'};
  return {status: 200, headers: {...headers, ...common}, body: content};
}

function page(source: string, url: URL): Answer {
  const filled = source.replaceAll('{{origin}}', apiHost(url));
  return html(200, filled, {'Content-Security-Policy': pagePolicy, ...common});
}
