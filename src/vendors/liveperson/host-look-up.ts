import {own, signalOf} from '../../check/own.js';
import {kindOf} from '../../check/check.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {parseJson} from '../../http/answer.js';
import {HttpStatusError, MalformedAnswerError} from '../../http/errors.js';
import {parseSecureOrigin} from '../../http/base-url.js';
import {parseOrigin} from '../../http/origin.js';
import {checkAccountId} from './account-settings.js';
import {request, type Fetch} from '../../http/request.js';

/** Options of `lookUpHost`. */
export interface HostLookUpOptions {
  /** Origin of LivePerson's Domain API. @default 'https://api.liveperson.net' */
  readonly domainApi?: string | undefined;
  /** Sends the request. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Aborts the request, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the host of the Monitoring API for an account (Monitoring API, `{domain}`: service `smt` of the Domain API).
 *
 * @param accountId LivePerson site id
 * @returns a host name without scheme and path
 * @throws ConfigurationError when `accountId` is empty, or `domainApi` is not a secure origin
 * @throws HttpStatusError when the status is not 200
 * @throws MalformedAnswerError when the answer is not a bare host name
 * @throws NetworkError, TimeoutError (after 10 s), TooLargeError; or the reason of `signal`
 *
 * @example
 * const host = await lookUpHost('12345678'); // 'va.v.liveperson.net'
 *
 * @see https://developers.liveperson.com/agent-domain-domain-api.html
 */
export async function lookUpHost(accountId: string, options: HostLookUpOptions = {}): Promise<string> {
  const {domainApi = 'https://api.liveperson.net', fetch} = own(options);
  const signal = signalOf(options);
  const path = `/api/account/${encodeURIComponent(checkAccountId(accountId))}/service/smt/baseURI.json?version=1.0`;
  const answer = await request(new URL(path, checkDomainApi(domainApi)), {}, {fetch, signal});
  if (answer.status !== 200) throw new HttpStatusError(answer.request, answer);
  const {baseURI} = own(parseJson(answer) as {baseURI?: unknown});
  if (typeof baseURI === 'string' && parseOrigin(baseURI)) return baseURI;
  throw new MalformedAnswerError(answer.request, 'expected baseURI to be a host name');
}

function checkDomainApi(origin: unknown): string {
  const checked = typeof origin === 'string' ? parseSecureOrigin(origin) : undefined;
  if (checked) return checked;
  throw new ConfigurationError(
    `Expected domainApi to be an https origin, got ${typeof origin === 'string' ? 'something else' : kindOf(origin)}; leave it out for LivePerson's`,
    'domainApi',
  );
}
