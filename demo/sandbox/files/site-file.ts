import {html, type Answer} from '../http/answer.js';
import {toApiHost} from '../http/request.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  map: 'application/json',
  svg: 'image/svg+xml',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** The Content Security Policy of the demo's pages. */
const demoPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  // The script tag's own policy, and Lit's, which the page of the timelines bundles.
  'trusted-types web-engagement lit-html',
].join('; ');

/** The Content Security Policy of the documents, whose search is a form. */
export const docsPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const common = {'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff'};

/** The path of the file for an address. A folder stands for its `index.html`. */
export const toFilePath = ({pathname}: URL): string => pathname.replace(/\/$/, '/index.html');

/**
 * Answers with a file. A page gets a Content Security Policy, unless it is empty, and the sandbox's origin in place of
 * `{{origin}}`.
 */
export function siteFile(path: string, content: Uint8Array<ArrayBuffer>, url: URL, policy = demoPolicy): Answer {
  const ending = path.split('.').at(-1) ?? '';
  if (ending === 'html') return page(new TextDecoder().decode(content), url, policy);
  // The script tag loads further files as modules, which pages of other origins may do only with this header.
  const headers = {'Content-Type': types[ending] ?? 'application/octet-stream', 'Access-Control-Allow-Origin': '*'};
  return {status: 200, headers: {...headers, ...common}, body: content};
}

function page(source: string, url: URL, policy: string): Answer {
  const filled = source.replaceAll('{{origin}}', toApiHost(url));
  return html(200, filled, {...(policy && {'Content-Security-Policy': policy}), ...common});
}
