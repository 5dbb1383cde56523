import {checkSetting} from '../../../../check/configuration-error.js';
import {request, type Fetch} from '../../../../http/request.js';
import {checkAccountId, checkHost} from '../../account-settings.js';
import {checkAttributes, type EngagementAttribute} from '../../engagement-attributes.js';
import {readExternalEngagement} from './external-engagement-answer.js';
import {externalEngagementRequestSchema, type ExternalEngagement} from './external-engagement.schemas.js';

export interface ExternalEngagementClientOptions {
  /** Host of the service `smt`, which `lookUpHost` finds; or an http origin on loopback. */
  readonly host: string;
  /** LivePerson site id. */
  readonly accountId: string;
  /** Signs a request with the account's API key (OAuth 1.0a), which must never reach a browser. */
  readonly authorize?: ((request: Request) => Request | Promise<Request>) | undefined;
  readonly fetch?: Fetch | undefined;
}

/** Body of the external engagement method (External Engagement API, BODY/POST Parameters). */
export interface ExternalEngagementParameters {
  /** What kind of system hands the visitor over. */
  readonly appType: 'IVR';
  /** Where in that system the visitor is, such as the choices in its menus. */
  readonly consumerSections?: readonly string[] | undefined;
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
  /** How long the visitor would wait in that system, in s. */
  readonly externalWaitTimeSeconds?: number | undefined;
}

/**
 * LivePerson's external engagement API, for servers: one request per call, checked on both sides.
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export class ExternalEngagementClient {
  readonly #url: URL;
  readonly #authorize: (request: Request) => Request | Promise<Request>;
  readonly #fetch: Fetch | undefined;

  /** @throws ConfigurationError */
  constructor({host, accountId, authorize = (request) => request, fetch}: ExternalEngagementClientOptions) {
    const account = encodeURIComponent(checkAccountId(accountId));
    this.#url = new URL(`/api/account/${account}/external/engagement?v=1.0`, checkHost(host));
    this.#authorize = authorize;
    this.#fetch = fetch;
  }

  /**
   * Asks for a one-time link to a conversation (External Engagement API, External Engagement). It is never retried,
   * because each call may make a link.
   *
   * @throws ConfigurationError before anything is sent; ExternalEngagementError, MalformedAnswerError,
   *   NetworkError, TimeoutError, TooLargeError; and whatever `authorize` throws
   */
  async create(
    parameters: ExternalEngagementParameters,
    {signal}: {readonly signal?: AbortSignal | undefined} = {},
  ): Promise<ExternalEngagement> {
    const body = JSON.stringify(toRequestBody(parameters));
    const headers = {'Content-Type': 'application/json'};
    const signed = await this.#authorize(new Request(this.#url, {method: 'POST', headers, body}));
    const init = {method: signed.method, headers: signed.headers, body: await signed.text()};
    return readExternalEngagement(await request(new URL(signed.url), init, {signal, fetch: this.#fetch}));
  }
}

function toRequestBody({engagementAttributes, ...parameters}: ExternalEngagementParameters): object {
  return {
    ...checkSetting(externalEngagementRequestSchema, parameters, 'the parameters of create()'),
    ...(engagementAttributes && {engagementAttributes: checkAttributes(engagementAttributes)}),
  };
}
