import {html, text} from '../http/answer.js';
import {randomBytes, toBase64} from '../bytes.js';
import {escapeMarkup} from './escape-markup.js';
import {toApiHost} from '../http/request.js';
import type {Service} from '../http/service.js';

/**
 * A page of a brand with the script tag. Its query sets the tag's attributes (`data-…`), the `account`, the content security
 * policy (`csp=strict`), the folder of the `script`, and whether an image `clobber`s `document.currentScript`.
 */
export const brandPage: Service = ({url, site}) => {
  if (url.pathname !== '/brand') return undefined;
  const nonce = toBase64(randomBytes(16));
  const preset = policies[url.searchParams.get('csp') ?? 'plain'];
  if (!preset) return text(400, 'Unknown policy.');
  const policy = preset(nonce);
  return html(200, markup(url, site, nonce), policy ? {'Content-Security-Policy': policy} : {});
};

const policies: Readonly<Record<string, (nonce: string) => string>> = {
  plain: () => '',
  strict: (nonce) =>
    [
      `script-src 'nonce-${nonce}' 'strict-dynamic'`,
      "style-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types web-engagement',
      'connect-src *',
    ].join('; '),
};

function markup(url: URL, site: string, nonce: string): string {
  const source = `${url.searchParams.get('script') ?? site}/web-engagement.js`;
  const clobbered = url.searchParams.has('clobber') ? '<img name="currentScript" data-account-id="evil" alt="">' : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Brand</title>
<link rel="icon" href="data:,">
<script nonce="${nonce}">${reporter}</script>
</head>
<body>
<main>
<h1>Brand</h1>
<p>A page of a brand, with <a href="#top">a link</a> and <button type="button">a button</button>.</p>
</main>
${clobbered}
<script async nonce="${nonce}" src="${escapeMarkup(source)}" ${dataAttributes(url)}></script>
</body>
</html>
`;
}

// Runs first and collects errors, policy violations and console lines in `reports`.
const reporter = `
window.reports = [];
const report = (type, text) => window.reports.push({type, text: String(text)});
document.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI, sample}) =>
  report('securitypolicyviolation', [violatedDirective, blockedURI, sample].join(' ')));
addEventListener('error', ({message, target}) => report('error', message ?? target.src), true);
addEventListener('unhandledrejection', ({reason}) => report('unhandledrejection', reason));
for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
  const write = console[level];
  console[level] = (...words) => {
    report('console.' + level, words.join(' '));
    write.apply(console, words);
  };
}
`;

/** The tag's attributes: those that every page needs, then every `data-…` of the query. */
function dataAttributes(url: URL): string {
  const {searchParams} = url;
  const settings = new Map([
    ['data-account-id', searchParams.get('account') ?? 'brand'],
    ['data-app-installation-id', '9b2d9c1e-5a4b-4c8e-9d53-0c7b8f2a6e10'],
    ['data-api-host', toApiHost(url)],
    ['data-open-in', 'event'],
  ]);
  for (const [name, value] of searchParams) if (/^data-[a-z-]+$/.test(name)) settings.set(name, value);
  return [...settings].map(([name, value]) => `${name}="${escapeMarkup(value)}"`).join(' ');
}
