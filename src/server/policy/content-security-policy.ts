import {ConfigurationError} from '../../check/configuration-error.js';

/** The settings of the tag that decide where it connects to. */
export interface PolicySettings {
  readonly accountId?: string | undefined;
  readonly apiHost?: string | undefined;
  readonly notificationsUrl?: string | undefined;
  readonly notificationsTransport?: string | undefined;
  readonly handoffUrl?: string | undefined;
  readonly outcomesUrl?: string | undefined;
  readonly conversationUrl?: string | undefined;
  readonly openIn?: string | undefined;
}

export interface PolicyOptions {
  /** A new random value for each page, in base64. The script tag carries it, too. */
  readonly nonce?: string | undefined;
  /** Address of `web-engagement.js`, for a policy without a nonce. @default the page's own origin */
  readonly script?: string | undefined;
}

/**
 * Returns the Content Security Policy that the widget needs with these settings. A page that loads more adds its own
 * sources.
 *
 * @param settings the settings of the tag, by the names of its properties
 * @throws ConfigurationError when an address cannot be read
 * @example
 * const nonce = randomBytes(16).toString('base64');
 * response.setHeader('Content-Security-Policy', contentSecurityPolicy({accountId: '12345678'}, {nonce}));
 * @see https://www.w3.org/TR/CSP3/
 */
export function contentSecurityPolicy(settings: PolicySettings, options: PolicyOptions = {}): string {
  const directives = {
    'script-src': scriptSources(options),
    'connect-src': connections(settings),
    'frame-src': settings.openIn === 'panel' ? [originOf('conversationUrl', settings.conversationUrl)] : [],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['web-engagement'],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...new Set(sources.filter((source) => source !== undefined))])
    .filter(({length}) => length > 1)
    .map((directive) => directive.join(' '))
    .join('; ');
}

function scriptSources({nonce, script}: PolicyOptions): readonly (string | undefined)[] {
  return nonce ? [`'nonce-${nonce}'`, "'strict-dynamic'"] : [script ? originOf('script', script) : "'self'"];
}

function connections(settings: PolicySettings): readonly (string | undefined)[] {
  const {accountId, apiHost, notificationsUrl, notificationsTransport, handoffUrl, outcomesUrl} = settings;
  const platform = apiHost ? originOf('apiHost', /^https?:/.test(apiHost) ? apiHost : `https://${apiHost}`) : undefined;
  return [
    platform ?? (accountId ? 'https://*.liveperson.net' : undefined),
    notificationsTransport === 'window' ? undefined : originOf('notificationsUrl', notificationsUrl),
    originOf('handoffUrl', handoffUrl),
    originOf('outcomesUrl', outcomesUrl),
  ];
}

/** The origin of an address as a policy names it. A placeholder cannot change it. */
function originOf(name: string, address: string | undefined): string | undefined {
  if (!address) return undefined;
  if (/^\/(?!\/)/.test(address)) return "'self'";
  const bare = address.replace(/\{\w+\}/g, '');
  if (!URL.canParse(bare)) {
    throw new ConfigurationError(`Expected ${name} to be an address such as https://brand.example, got ${address}`);
  }
  const {protocol, host} = new URL(bare);
  return `${protocol}//${host}`;
}
