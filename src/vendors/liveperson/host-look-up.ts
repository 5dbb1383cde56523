import {parseJson} from '../../http/answer.js';
import {HttpStatusError, MalformedAnswerError} from '../../http/errors.js';
import {parseOrigin} from '../../http/origin.js';
import {request, type Fetch} from '../../http/request.js';

export interface HostLookUpOptions {
  /** Where the vendor's Domain API answers. @default 'https://api.liveperson.net' */
  readonly domainApi?: string | undefined;
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Finds the host of the Monitoring API for an account (Monitoring API, `{domain}`: service `smt` of the Domain API).
 *
 * @throws HttpStatusError, MalformedAnswerError when the answer is not a bare host name, NetworkError,
 *   TimeoutError, TooLargeError
 */
export async function lookUpHost(accountId: string, options: HostLookUpOptions = {}): Promise<string> {
  const {domainApi = 'https://api.liveperson.net', fetch, signal} = options;
  const path = `/api/account/${encodeURIComponent(accountId)}/service/smt/baseURI.json?version=1.0`;
  const answer = await request(new URL(path, domainApi), {}, {fetch, signal});
  if (answer.status !== 200) throw new HttpStatusError(answer.request, answer);
  const {baseURI} = Object(parseJson(answer)) as {baseURI?: unknown};
  if (typeof baseURI === 'string' && parseOrigin(baseURI)) return baseURI;
  throw new MalformedAnswerError(answer.request, 'expected baseURI to be a host name');
}
