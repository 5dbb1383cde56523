import {own, signalOf} from '../../check/own.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {toJson} from '../../check/json.js';
import type {Answer} from '../../http/answer.js';
import {checkBaseUrl} from '../../http/base-url.js';
import {checkHeaderToken} from '../../http/header-token.js';
import {inTime} from '../../http/in-time.js';
import {request, type Fetch, type RequestOptions} from '../../http/request.js';
import {parseUrl} from '../../http/safe-url.js';
import type {Sleep} from '../../http/sleep.js';
import {ForeignLinkError} from './foreign-link-error.js';
import {toGliaError} from './glia-error.js';
import {retryRead} from './retry-policy.js';
import {checkOrigins, foreignTarget} from './trusted-origins.js';

/** Options of `GliaClient`. */
export interface ConnectionOptions {
  /**
   * Address of Glia's API, such as `https://api.glia.eu`, or of your own proxy for it. http on loopback only.
   * @default 'https://api.glia.com'
   */
  readonly baseUrl?: string | undefined;
  /** Returns the bearer. Called before each request. A public page must never hold an operator's bearer. Required. */
  readonly getToken: () => string | Promise<string>;
  /** Further origins that may get the bearer when a link in an answer leads there. @default [] */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Waits for a number of ms between attempts. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1, which lengthens retry pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** The target of a request, and its name in errors, which must not show the ids in the address. */
export interface Target {
  readonly url: URL;
  readonly name: string;
}

const gliaUrl = 'https://api.glia.com';

type Limits = Pick<RequestOptions, 'signal' | 'deadline' | 'maxBytes'>;

/** Sends requests with the bearer, and only to trusted origins. */
export class Connection {
  readonly #base: URL;
  readonly #trusted: ReadonlySet<string>;
  readonly #options: ConnectionOptions;

  /** @throws ConfigurationError */
  constructor(given: ConnectionOptions) {
    const options = own(given);
    const {baseUrl = gliaUrl, getToken, allowedOrigins = []} = options;
    this.#base = checkBaseUrl(baseUrl, {example: gliaUrl});
    this.#trusted = new Set([this.#base.origin, ...checkOrigins(allowedOrigins)]);
    this.#options = options;
    if (typeof getToken === 'function') return;
    throw new ConfigurationError(`Expected getToken to be a function that returns the bearer, got ${typeof getToken}`);
  }

  /** The target for a path without a leading slash, in which `id` replaces `{id}`. */
  address(path: string, id = ''): Target {
    const url = new URL(
      path.replace('{id}', () => encodeURIComponent(id)),
      this.#base,
    );
    return {url, name: `${this.#base.href}${path}`};
  }

  /**
   * The target of a link in an answer.
   *
   * @param name name of the link, for errors
   * @param request the request whose answer held the link, for errors
   * @throws ForeignLinkError when the bearer must not be sent there
   */
  resolve(link: string, name: string, request = `GET ${name}`): Target {
    const url = parseUrl(link, this.#base.href);
    const foreign = url ? foreignTarget(url, this.#trusted) : 'no address';
    if (!url || foreign !== undefined) throw new ForeignLinkError(request, name, foreign ?? '');
    return {url, name: `${name} at ${url.origin}`};
  }

  /** Sends a GET request, with retries. */
  read(target: Target, all: Limits): Promise<Answer> {
    const {deadline, maxBytes} = own(all);
    const signal = signalOf(all) ?? new AbortController().signal;
    const {sleep, random} = this.#options;
    return retryRead(() => this.#send(target, {method: 'GET'}, {deadline, maxBytes, signal}), {signal, sleep, random});
  }

  /** Sends a request that changes something, once, because it may have arrived even if no answer came. */
  write(method: 'PATCH' | 'POST', target: Target, body: object | undefined, all: Limits): Promise<Answer> {
    const signal = signalOf(all);
    const headers = {'Content-Type': 'application/json'};
    return this.#send(target, {method, headers, ...(body && {body: toJson(body)})}, {signal});
  }

  async #send({url, name}: Target, init: GliaRequest, limits: Limits): Promise<Answer> {
    const token = await inTime(this.#options.getToken(), 'getToken', signalOf(limits));
    const headers = {
      ...init.headers,
      Accept: 'application/vnd.salemove.v1+json',
      Authorization: `Bearer ${checkHeaderToken(token, 'the token of getToken')}`,
    };
    const {fetch, requestId} = noteRequestId(this.#options.fetch);
    const options = {...limits, fetch, name: `${init.method} ${name}`};
    const answer = await request(url, {...init, headers}, options);
    if (answer.status >= 200 && answer.status < 300) return answer;
    throw toGliaError(answer, requestId());
  }
}

interface GliaRequest {
  readonly method: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function noteRequestId(send: Fetch = (input, init) => fetch(input, init)) {
  let id: string | null = null;
  const noting: Fetch = async (input, init) => {
    const response = await send(input, init);
    id = response.headers.get('x-request-id');
    return response;
  };
  return {fetch: noting, requestId: () => id ?? undefined};
}
