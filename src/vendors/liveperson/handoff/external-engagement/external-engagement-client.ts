import {own, signalOf} from '../../../../check/own.js';
import {checkSetting} from '../../../../check/configuration-error.js';
import {toJson} from '../../../../check/json.js';
import {inTime} from '../../../../http/in-time.js';
import {request, type Fetch} from '../../../../http/request.js';
import {checkAccountId, checkHost} from '../../account-settings.js';
import {checkAttributes, type EngagementAttribute} from '../../engagement-attributes.js';
import {readExternalEngagement} from './external-engagement-answer.js';
import {externalEngagementRequestSchema, type ExternalEngagement} from './external-engagement.schemas.js';

/** Options of `ExternalEngagementClient`. */
export interface ExternalEngagementClientOptions {
  /** Host of the service `smt`, as found by `lookUpHost`, or an http origin on loopback. Required. */
  readonly host: string;
  /** LivePerson site id. Required. */
  readonly accountId: string;
  /**
   * Signs a request with the account's API key (OAuth 1.0a), which must never reach a browser. Called before each
   * request. @default sends the request unsigned
   */
  readonly authorize?: ((request: Request) => Request | Promise<Request>) | undefined;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
}

/**
 * Body of the external engagement method (External Engagement API, BODY/POST Parameters).
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export interface ExternalEngagementParameters {
  /** The kind of system that hands the visitor over. `IVR` is the only one. Required. */
  readonly appType: 'IVR';
  /** The visitor's place in that system, such as the menu items chosen. @default not sent */
  readonly consumerSections?: readonly string[] | undefined;
  /** What is known about the visitor. Impression events are refused. @default not sent */
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
  /** Wait in that system, in whole seconds. @default not sent */
  readonly externalWaitTimeSeconds?: number | undefined;
}

/**
 * Client of LivePerson's External Engagement API, for servers. Each call sends one request. Parameters are checked
 * before they are sent, and answers before they are returned.
 *
 * @example
 * const client = new ExternalEngagementClient({host: 'va.v.liveperson.net', accountId: '12345678', authorize: sign});
 * const {status, engagementDetails} = await client.create({appType: 'IVR', externalWaitTimeSeconds: 120});
 * if (status === 'Available') console.log(engagementDetails?.validForSeconds);
 *
 * @see https://developers.liveperson.com/ivr-engagement-api-methods-external-engagement.html
 */
export class ExternalEngagementClient {
  readonly #url: URL;
  readonly #authorize: (request: Request) => Request | Promise<Request>;
  readonly #fetch: Fetch | undefined;

  /** @throws ConfigurationError when `host` is not a host name, or `accountId` is empty */
  constructor(options: ExternalEngagementClientOptions) {
    const {host, accountId, authorize = (request: Request) => request, fetch} = own(options);
    const account = encodeURIComponent(checkAccountId(accountId));
    this.#url = new URL(`/api/account/${account}/external/engagement?v=1.0`, checkHost(host));
    this.#authorize = authorize;
    this.#fetch = fetch;
  }

  /**
   * Requests a one-time link to a conversation (External Engagement API, External Engagement). It is never retried,
   * because each call may create a link.
   *
   * @returns the vendor's answer, with every key that was sent
   * @throws ConfigurationError when a parameter is wrong, before anything is sent
   * @throws ExternalEngagementError when LivePerson refuses the request or fails
   * @throws MalformedAnswerError, NetworkError, TimeoutError (after 10 s), TooLargeError
   * @throws the reason of `signal`, and whatever `authorize` throws
   */
  async create(
    parameters: ExternalEngagementParameters,
    options: {readonly signal?: AbortSignal | undefined} = {},
  ): Promise<ExternalEngagement> {
    const signal = signalOf(options);
    const body = toJson(toRequestBody(parameters));
    const headers = {'Content-Type': 'application/json'};
    const unsigned = new Request(this.#url, {method: 'POST', headers, body});
    const signed = await inTime(this.#authorize(unsigned), 'authorize', signal);
    const init = {method: signed.method, headers: signed.headers, body: await signed.text()};
    return readExternalEngagement(await request(new URL(signed.url), init, {signal, fetch: this.#fetch}));
  }
}

function toRequestBody(all: ExternalEngagementParameters): object {
  const {engagementAttributes, ...parameters} = own(all);
  return {
    ...checkSetting(externalEngagementRequestSchema, parameters, 'the parameters of create()'),
    ...(engagementAttributes && {engagementAttributes: checkAttributes(engagementAttributes)}),
  };
}
