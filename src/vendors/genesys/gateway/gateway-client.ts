import {checkSetting, ConfigurationError} from '../../../check/configuration-error.js';
import {HttpStatusError} from '../../../http/errors.js';
import type {Answer} from '../../../http/answer.js';
import {checkHeaderToken} from '../../../http/header-token.js';
import {request, type Fetch} from '../../../http/request.js';
import {retry, type RetryPolicy} from '../../../http/retry.js';
import type {Sleep} from '../../../http/sleep.js';
import {GatewayFaultError} from './gateway-fault-error.js';
import {createGatewayRetryPolicy} from './gateway-retry-policy.js';
import {checkAddress, checkChoice, type GatewayBasePath, type GatewayEncoding} from './gateway-settings.js';
import {cancelDataSchema, ixnProfileSchema, type CancelData, type IxnProfile} from './gateway.schemas.js';

export interface GatewayClientOptions {
  /**
   * Address of the server without `basePath`, by https; by http on loopback, and where no token is sent, as inside a
   * data centre.
   */
  readonly baseUrl: string;
  readonly basePath: GatewayBasePath;
  /**
   * `json` sends `{"ixnProfile": {...}}`, `form` a form field of that name with the object in it, `bare` the object
   * itself. @default 'json'
   */
  readonly encoding?: GatewayEncoding | undefined;
  /** Gives the token of an `Authorization: Bearer` header; called before each request. The vendor documents none. */
  readonly getToken?: (() => Promise<string> | string) | undefined;
  readonly fetch?: Fetch | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

export interface GatewayCallOptions {
  readonly signal?: AbortSignal | undefined;
}

interface Message {
  readonly contentType: string;
  readonly body: string;
}

/**
 * The gateway of Genesys Web Engagement (Engagement REST API), for servers: a page must never call it.
 *
 * The vendor documents the two calls, their mandatory JSON object and the codes 200 and 400; the fields of the object
 * and the encodings of the body are this project's own reading. A failed call is repeated at most three times, and only
 * when the caller gave an `engagementID`, by which the page knows that it is the same attempt.
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export class GatewayClient {
  readonly #options: GatewayClientOptions;
  readonly #address: string;
  readonly #encoding: GatewayEncoding;
  readonly #policy: RetryPolicy;

  /** @throws ConfigurationError */
  constructor(options: GatewayClientOptions) {
    const base = checkAddress(options.baseUrl, options.getToken !== undefined);
    const basePath = checkChoice(options.basePath, ['/server', '/backend'], 'basePath');
    this.#options = options;
    this.#address = `${base.href}${basePath.slice(1)}/data/gateway/`;
    this.#encoding = checkChoice(options.encoding ?? 'json', ['json', 'form', 'bare'], 'encoding');
    this.#policy = createGatewayRetryPolicy(options.random);
  }

  /**
   * Starts an engagement attempt (Engagement REST API, Start Engagement Attempt), and gives the answer's body when it is JSON.
   *
   * @throws ConfigurationError before anything is sent; GatewayFaultError, HttpStatusError, NetworkError, TimeoutError,
   *   TooLargeError; or the error of `getToken`
   */
  async engage(ixnProfile: IxnProfile, options: GatewayCallOptions = {}): Promise<unknown> {
    const profile = checkSetting(ixnProfileSchema, ixnProfile, 'ixnProfile');
    return this.#call('engage', encode(this.#encoding, 'ixnProfile', profile), !!profile.engagementID, options);
  }

  /**
   * Cancels an engagement attempt (Engagement REST API, Cancel Engagement Attempt), and gives the answer's body when it is JSON.
   *
   * @throws as `engage` does
   */
  async noengage(cancelData: CancelData, options: GatewayCallOptions = {}): Promise<unknown> {
    const data = checkSetting(cancelDataSchema, cancelData, 'cancelData');
    return this.#call('noengage', encode(this.#encoding, 'cancelData', data), !!data.engagementID, options);
  }

  async #call(
    method: string,
    message: Message,
    isRepeatable: boolean,
    {signal = new AbortController().signal}: GatewayCallOptions,
  ): Promise<unknown> {
    const {sleep, now} = this.#options;
    const attempt = (): Promise<unknown> => this.#post(method, message, signal);
    if (!isRepeatable) return attempt();
    return retry(attempt, {policy: this.#policy, signal, sleep, now});
  }

  async #post(method: string, {contentType, body}: Message, signal: AbortSignal): Promise<unknown> {
    const {fetch, getToken} = this.#options;
    const headers = {
      'Content-Type': contentType,
      ...(getToken && {Authorization: `Bearer ${checkHeaderToken(await getToken(), 'the token of getToken')}`}),
    };
    // A redirect would take the profile to an address that nobody has checked.
    const init: RequestInit = {method: 'POST', headers, body, redirect: 'manual'};
    const answer = await request(new URL(this.#address + method), init, {signal, fetch});
    if (answer.status < 200 || answer.status > 299) throw toError(answer);
    return readJson(answer);
  }
}

/** @throws ConfigurationError */
function encode(encoding: GatewayEncoding, name: string, value: object): Message {
  const json = stringify(encoding === 'json' ? {[name]: value} : value, name);
  return encoding === 'form'
    ? {contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams({[name]: json}).toString()}
    : {contentType: 'application/json', body: json};
}

function stringify(value: object, name: string): string {
  try {
    return JSON.stringify(value);
  } catch {
    throw new ConfigurationError(`Cannot use ${name}: expected what can be written as JSON, got a cycle or the like`);
  }
}

function toError(answer: Answer): HttpStatusError {
  const {request, status, retryAfter} = answer;
  return status === 400
    ? new GatewayFaultError(request, readJson(answer))
    : new HttpStatusError(request, {status, retryAfter});
}

/** Reads a body that need not be JSON. */
function readJson({text}: Answer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
