import {own, signalOf} from '../../../check/own.js';
import {checkSetting, ConfigurationError} from '../../../check/configuration-error.js';
import {toJson} from '../../../check/json.js';
import {HttpStatusError} from '../../../http/errors.js';
import type {Answer} from '../../../http/answer.js';
import {checkHeaderToken} from '../../../http/header-token.js';
import {request, type Fetch} from '../../../http/request.js';
import {inTime} from '../../../http/in-time.js';
import {retry, type RetryPolicy} from '../../../http/retry.js';
import type {Sleep} from '../../../http/sleep.js';
import {GatewayFaultError} from './gateway-fault-error.js';
import {createGatewayRetryPolicy} from './gateway-retry-policy.js';
import {checkAddress, checkChoice, type GatewayBasePath, type GatewayEncoding} from './gateway-settings.js';
import {cancelDataSchema, ixnProfileSchema, type CancelData, type IxnProfile} from './gateway.schemas.js';

/** Options of `GatewayClient`. */
export interface GatewayClientOptions {
  /**
   * Address of the server without `basePath`. https, or http on loopback or without `getToken`, as inside a data
   * centre. Required.
   */
  readonly baseUrl: string;
  /** Path of the gateway on the server. Required. */
  readonly basePath: GatewayBasePath;
  /**
   * Form of the body: `json` is `{"ixnProfile": {...}}`, `form` a form field of that name that holds the object as
   * JSON, `bare` the object alone. @default 'json'
   */
  readonly encoding?: GatewayEncoding | undefined;
  /** Returns the bearer token. Called before each request. The vendor documents none. @default no token */
  readonly getToken?: (() => Promise<string> | string) | undefined;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Waits for a number of ms between attempts. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Random number from 0 to 1, which lengthens pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Options of the methods of `GatewayClient`. */
export interface GatewayCallOptions {
  /** Aborts the call, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
}

interface Message {
  readonly contentType: string;
  readonly body: string;
}

/**
 * Client of the gateway of Genesys Web Engagement (Engagement REST API), for servers. A page must never call the
 * gateway.
 *
 * The vendor documents the two calls, their mandatory JSON object and the codes 200 and 400. The fields of the object
 * and the encodings of the body are this project's own interpretation. A failed call is retried at most three times,
 * and only if it has an `engagementID`, by which the page recognises the same attempt.
 *
 * @example
 * const gateway = new GatewayClient({baseUrl: 'https://gwe.brand.example:8443', basePath: '/server'});
 * const attempt = {visitID: '44D25DDB…', engagementID: crypto.randomUUID()};
 * await gateway.engage({...attempt, title: 'May we help?', timeout: 30});
 * await gateway.noengage({...attempt, reason: 'all agents are busy'});
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export class GatewayClient {
  readonly #options: GatewayClientOptions;
  readonly #address: string;
  readonly #encoding: GatewayEncoding;
  readonly #policy: RetryPolicy;

  /** @throws ConfigurationError when an option is wrong, or a token would be sent over plain http */
  constructor(given: GatewayClientOptions) {
    const options = own(given);
    const base = checkAddress(options.baseUrl, options.getToken !== undefined);
    const basePath = checkChoice(options.basePath, ['/server', '/backend'], 'basePath');
    this.#options = options;
    this.#address = `${base.href}${basePath.slice(1)}/data/gateway/`;
    this.#encoding = checkChoice(options.encoding ?? 'json', ['json', 'form', 'bare'], 'encoding');
    this.#policy = createGatewayRetryPolicy(options.random);
  }

  /**
   * Starts an engagement attempt (Engagement REST API, Start Engagement Attempt).
   *
   * @param ixnProfile what the page shows and to whom; `visitID` is required
   * @returns the answer's body if it is JSON, otherwise undefined
   * @throws ConfigurationError when the profile is wrong, before anything is sent
   * @throws GatewayFaultError when the gateway refuses the profile (400)
   * @throws HttpStatusError, NetworkError, TimeoutError (after 10 s), TooLargeError
   * @throws the reason of `signal`, and whatever `getToken` throws
   */
  async engage(ixnProfile: IxnProfile, options: GatewayCallOptions = {}): Promise<unknown> {
    const profile = checkSetting(ixnProfileSchema, ixnProfile, 'ixnProfile');
    return this.#call('engage', encode(this.#encoding, 'ixnProfile', profile), !!own(profile).engagementID, options);
  }

  /**
   * Cancels an engagement attempt (Engagement REST API, Cancel Engagement Attempt).
   *
   * @param cancelData which attempt to cancel; `visitID` is required
   * @returns the answer's body if it is JSON, otherwise undefined
   * @throws as `engage` does
   */
  async noengage(cancelData: CancelData, options: GatewayCallOptions = {}): Promise<unknown> {
    const data = checkSetting(cancelDataSchema, cancelData, 'cancelData');
    return this.#call('noengage', encode(this.#encoding, 'cancelData', data), !!own(data).engagementID, options);
  }

  async #call(method: string, message: Message, isRepeatable: boolean, options: GatewayCallOptions): Promise<unknown> {
    const signal = signalOf(options) ?? new AbortController().signal;
    const {sleep, now} = this.#options;
    const attempt = (): Promise<unknown> => this.#post(method, message, signal);
    if (!isRepeatable) return attempt();
    return retry(attempt, {policy: this.#policy, signal, sleep, now});
  }

  async #post(method: string, {contentType, body}: Message, signal: AbortSignal): Promise<unknown> {
    const {fetch, getToken} = this.#options;
    const headers = {
      'Content-Type': contentType,
      ...(getToken && {
        Authorization: `Bearer ${checkHeaderToken(await inTime(getToken(), 'getToken', signal), 'the token of getToken')}`,
      }),
    };
    const url = new URL(this.#address + method);
    const answer = await request(url, {method: 'POST', headers, body}, {signal, fetch});
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
    return toJson(value);
  } catch {
    throw new ConfigurationError(
      `Cannot use ${name}: expected data that can be written as JSON, got a cycle or a similar value`,
    );
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
