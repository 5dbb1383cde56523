import {contentSecurityPolicy, type PolicySettings} from '../../src/server/policy/content-security-policy.js';

/** What a policy of a page keeps from the widget, one sentence each. */
export function checkPolicy(
  policy: string,
  settings: PolicySettings,
  page: URL,
  script: URL,
  nonce: string | undefined,
): string[] {
  const given = readPolicy(policy, page);
  const needed = readPolicy(contentSecurityPolicy(settings, {script: script.href}), page);
  const problems = ['connect-src', 'frame-src'].flatMap((name) =>
    (needed.get(name) ?? []).filter((source) => !isAllowed(given, name, source)).map((source) => missing(name, source)),
  );
  if (!isScriptAllowed(given, script, nonce)) problems.push(missing('script-src', script.origin));
  const names = given.get('trusted-types');
  if (names && !names.includes('web-engagement') && !names.includes('*'))
    problems.push(missing('trusted-types', 'web-engagement'));
  return problems;
}

const missing = (directive: string, source: string): string =>
  `The Content Security Policy must allow ${source} in ${directive}`;

/** Reads a policy, with the page's own origin in place of `'self'`. */
function readPolicy(policy: string, {origin}: URL): ReadonlyMap<string, readonly string[]> {
  const directives = policy.split(';').map((directive) => directive.replaceAll("'self'", origin).trim().split(/\s+/));
  // The first directive of a name counts.
  return new Map(directives.reverse().map(([name = '', ...sources]) => [name.toLowerCase(), sources]));
}

/** The sources of a directive, or of those that stand in for it. Undefined when everything is allowed. */
function sourcesOf(policy: ReadonlyMap<string, readonly string[]>, name: string): readonly string[] | undefined {
  const standIns = name === 'frame-src' ? [name, 'child-src', 'default-src'] : [name, 'default-src'];
  return standIns.map((directive) => policy.get(directive)).find((sources) => sources !== undefined);
}

function isAllowed(policy: ReadonlyMap<string, readonly string[]>, name: string, source: string): boolean {
  return sourcesOf(policy, name)?.some((allowed) => covers(allowed, source)) ?? true;
}

function isScriptAllowed(
  policy: ReadonlyMap<string, readonly string[]>,
  script: URL,
  nonce: string | undefined,
): boolean {
  const sources = sourcesOf(policy, 'script-src');
  if (!sources) return true;
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  return !sources.includes("'strict-dynamic'") && sources.some((allowed) => covers(allowed, script.origin));
}

/** Whether one source of a policy covers another: `https:` and `https://*.example` cover `https://a.example`. */
function covers(allowed: string, source: string): boolean {
  if (allowed === '*' || allowed === source) return true;
  const [, scheme = 'https:', host = ''] = /^(?:([a-z]+:)(?:\/\/)?)?([^/]*)/.exec(allowed) ?? [];
  const [, neededScheme = '', neededHost = ''] = /^([a-z]+:)\/\/(.*)$/.exec(source) ?? [];
  if (scheme !== neededScheme) return false;
  return host === '' || host === neededHost || (host.startsWith('*.') && neededHost.endsWith(host.slice(1)));
}
