import {ConfigurationError} from '../../../check/configuration-error.js';
import {parseJson, type Answer} from '../../../http/answer.js';
import {HttpStatusError} from '../../../http/errors.js';
import {request, type Fetch} from '../../../http/request.js';
import {checkAccountId, checkHost, checkText} from '../account-settings.js';
import type {EngagementAttribute} from '../engagement-attributes.js';
import {readErrorBody} from '../error-body.js';
import {mayHoldEngagement, readEngageAnswer} from './engage-answer.js';
import {LoadingAccountError} from './loading-account-error.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import type {RequestBody, VisitorParameters} from './request-body.js';

export interface MonitoringClientOptions {
  /** Host of the Monitoring API, which `lookUpHost` finds; or an http origin on loopback. */
  readonly host: string;
  /** LivePerson site id. */
  readonly accountId: string;
  /** Given out when the app was installed in the account. */
  readonly appInstallationId: string;
  /** @default '1.1' */
  readonly apiVersion?: string | undefined;
  readonly fetch?: Fetch | undefined;
}

/** Query and body of the engagement method (Monitoring API, Query parameters, Body Parameters). */
export interface EngageParameters extends VisitorParameters {
  /** The visitor id of an earlier answer. */
  readonly vid?: string | undefined;
  /** The session id of an earlier answer. */
  readonly sid?: string | undefined;
  /** Whether a server asks on behalf of the visitor. @default false */
  readonly obh?: boolean | undefined;
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
}

/** Query and body of the report method; both ids belong to a session in which an engagement was asked for. */
export interface ReportParameters extends VisitorParameters {
  readonly vid: string;
  readonly sid: string;
  readonly obh?: boolean | undefined;
  readonly pageId?: string | undefined;
  /** The ten types, and the impression events. */
  readonly engagementAttributes: readonly (EngagementAttribute | Readonly<Record<string, unknown>>)[];
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called when the answer seems to hold an engagement, before it is checked. */
  readonly onHint?: (() => void) | undefined;
}

/**
 * LivePerson's Monitoring API: one request per call, checked on both sides, without retries.
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export class MonitoringClient {
  readonly #base: URL;
  readonly #apiVersion: string;
  readonly #fetch: Fetch | undefined;

  /** @throws ConfigurationError */
  constructor({host, accountId, appInstallationId, apiVersion = '1.1', fetch}: MonitoringClientOptions) {
    const account = encodeURIComponent(checkAccountId(accountId));
    const app = encodeURIComponent(checkAppInstallationId(appInstallationId));
    this.#base = new URL(`/api/account/${account}/app/${app}/`, checkHost(host));
    this.#apiVersion = checkVersion(apiVersion);
    this.#fetch = fetch;
  }

  /**
   * Asks whether the visitor should be offered a conversation (Monitoring API).
   *
   * @throws ConfigurationError before anything is sent; LoadingAccountError, HttpStatusError,
   *   MalformedAnswerError, NetworkError, TimeoutError, TooLargeError
   */
  async engage({vid, sid, obh, ...body}: EngageParameters = {}, options: CallOptions = {}): Promise<EngageAnswer> {
    return this.#post('engagement', {vid, sid, obh}, await toRequestBody(body, false), {}, options);
  }

  /**
   * Reports attributes and impression events of a session.
   *
   * @throws as `engage` does
   */
  async report({vid, sid, obh, ...body}: ReportParameters, options: CallOptions = {}): Promise<EngageAnswer> {
    // The method is PUT, but the vendor's CORS policy allows it in this disguise only.
    const headers = {'X-HTTP-Method-Override': 'PUT'};
    return this.#post('report', {vid, sid, obh}, await toRequestBody(body, true), headers, options);
  }

  async #post(
    method: string,
    {vid, sid, obh = false}: Pick<EngageParameters, 'vid' | 'sid' | 'obh'>,
    body: object,
    headers: Record<string, string>,
    {signal, onHint}: CallOptions,
  ): Promise<EngageAnswer> {
    const url = new URL(method, this.#base);
    url.searchParams.set('v', this.#apiVersion);
    if (vid) url.searchParams.set('vid', vid);
    if (sid) url.searchParams.set('sid', sid);
    url.searchParams.set('obh', String(obh));
    const init = {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...headers},
      body: JSON.stringify(body),
    };
    const answer = await request(url, init, {signal, fetch: this.#fetch});
    if (answer.status !== 200 && answer.status !== 201) throw toError(answer);
    const parsed = parseJson(answer);
    if (mayHoldEngagement(parsed)) onHint?.();
    return readEngageAnswer(parsed, answer.request);
  }
}

/** @throws ConfigurationError */
export function checkAppInstallationId(id: unknown): string {
  return checkText(id, 'appInstallationId', 'the id that LivePerson gave when the app was installed');
}

function checkVersion(version: string): string {
  if (version === '1.1' || version === '1.0') return version;
  throw new ConfigurationError(
    `Expected apiVersion to be 1.1 or 1.0, got ${JSON.stringify(version)}; leave it out for 1.1`,
    'apiVersion',
  );
}

/** @throws ConfigurationError */
async function toRequestBody(body: RequestBody, allowImpressions: boolean): Promise<object> {
  if (Object.values(body).every((value) => value === undefined)) return {};
  const {checkRequestBody} = await import('./request-body.js');
  const {data, problem} = checkRequestBody(body, allowImpressions);
  if (data) return data;
  throw new ConfigurationError(problem);
}

function toError(answer: Answer): HttpStatusError {
  const {request, status, retryAfter} = answer;
  const {code, message} = readErrorBody(answer.text);
  const isLoading = status === 202 || (status === 500 && code === 20);
  return isLoading
    ? new LoadingAccountError(request, {status, code, message, retryAfter})
    : new HttpStatusError(request, {status, code, retryAfter});
}
