import {ConfigurationError} from '../../check/configuration-error.js';
import type {Answer} from '../../http/answer.js';
import {checkBaseUrl} from '../../http/base-url.js';
import {checkHeaderToken} from '../../http/header-token.js';
import {request, type Fetch, type RequestOptions} from '../../http/request.js';
import type {Sleep} from '../../http/sleep.js';
import {ForeignLinkError} from './foreign-link-error.js';
import {toGliaError} from './glia-error.js';
import {retryRead} from './retries.js';
import {checkOrigins, foreignTarget} from './trusted-origins.js';

export interface ConnectionOptions {
  /**
   * Where Glia answers, such as `https://api.glia.eu`, or a proxy of yours that does; http on loopback only.
   * @default 'https://api.glia.com'
   */
  readonly baseUrl?: string | undefined;
  /** Gives the bearer; called before each request. A public page must never hold the bearer of an operator. */
  readonly getToken: () => string | Promise<string>;
  /** Origins that may get the bearer besides that of `baseUrl`, when links in answers lead there. @default [] */
  readonly allowedOrigins?: readonly string[] | undefined;
  readonly fetch?: Fetch | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Where a request goes, and what errors call that: the address itself may hold ids. */
export interface Target {
  readonly url: URL;
  readonly name: string;
}

const gliaUrl = 'https://api.glia.com';

type Limits = Pick<RequestOptions, 'signal' | 'deadline' | 'maxBytes'>;

/** Sends requests that carry the bearer, and keeps it from every origin that is not trusted. */
export class Connection {
  readonly #base: URL;
  readonly #trusted: ReadonlySet<string>;
  readonly #options: ConnectionOptions;

  /** @throws ConfigurationError */
  constructor(options: ConnectionOptions) {
    const {baseUrl = gliaUrl, getToken, allowedOrigins = []} = options;
    this.#base = checkBaseUrl(baseUrl, {example: gliaUrl});
    this.#trusted = new Set([this.#base.origin, ...checkOrigins(allowedOrigins)]);
    this.#options = options;
    if (typeof getToken === 'function') return;
    throw new ConfigurationError(`Expected getToken to be a function that gives the bearer, got ${typeof getToken}`);
  }

  /** Where a path leads, which starts without a slash; `id` takes the place of `{id}` in it. */
  address(path: string, id = ''): Target {
    const url = new URL(
      path.replace('{id}', () => encodeURIComponent(id)),
      this.#base,
    );
    return {url, name: `${this.#base.href}${path}`};
  }

  /**
   * Where a link of the vendor leads; `name` says which link it is, and `request` whose answer gave it.
   *
   * @throws ForeignLinkError
   */
  resolve(link: string, name: string, request = `GET ${name}`): Target {
    const url = URL.canParse(link, this.#base.href) ? new URL(link, this.#base) : undefined;
    const foreign = url ? foreignTarget(url, this.#trusted) : 'no address';
    if (!url || foreign !== undefined) throw new ForeignLinkError(request, name, foreign ?? '');
    return {url, name: `${name} at ${url.origin}`};
  }

  /** GETs an address, again if need be. */
  read(target: Target, {signal = new AbortController().signal, ...limits}: Limits): Promise<Answer> {
    const {sleep, random} = this.#options;
    return retryRead(() => this.#send(target, {method: 'GET'}, {...limits, signal}), {signal, sleep, random});
  }

  /** Sends what changes something, once: the first one may have arrived although no answer came. */
  write(method: 'PATCH' | 'POST', target: Target, body: object | undefined, {signal}: Limits): Promise<Answer> {
    const headers = {'Content-Type': 'application/json'};
    return this.#send(target, {method, headers, ...(body && {body: JSON.stringify(body)})}, {signal});
  }

  async #send({url, name}: Target, init: GliaRequest, limits: Limits): Promise<Answer> {
    const headers = {
      ...init.headers,
      Accept: 'application/vnd.salemove.v1+json',
      Authorization: `Bearer ${checkHeaderToken(await this.#options.getToken(), 'the token of getToken')}`,
    };
    const {fetch, requestId} = noteRequestId(this.#options.fetch);
    const options = {...limits, fetch, name: `${init.method} ${name}`};
    // A redirect could carry the bearer to another origin.
    const answer = await request(url, {...init, headers, redirect: 'manual'}, options);
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
