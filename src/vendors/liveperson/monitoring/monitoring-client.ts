import {own, signalOf} from '../../../check/own.js';
import {kindOf} from '../../../check/check.js';
import {ConfigurationError} from '../../../check/configuration-error.js';
import {toJson} from '../../../check/json.js';
import {parseJson, type Answer} from '../../../http/answer.js';
import {HttpStatusError, MalformedAnswerError} from '../../../http/errors.js';
import type {Exchange, Fetch} from '../../../http/exchange.js';
import {request} from '../../../http/request.js';
import {checkAccountId, checkHost, checkText} from '../account-settings.js';
import type {EngagementAttribute} from '../engagement-attributes.js';
import {readErrorBody} from '../error-body.js';
import {mayHoldEngagement, readEngageAnswer} from './engage-answer.js';
import type {Impression} from './impressions.js';
import {LoadingAccountError} from './loading-account-error.js';
import type {EngageAnswer} from './monitoring.schemas.js';
import {
  isAnswered,
  isVersion,
  methodUrl,
  toImpressionBody,
  toPost,
  toReport,
  type Account,
  type VisitorIds,
} from './monitoring-request.js';
import type {RequestBody, VisitorParameters} from './visitor-parameters.js';

/** Options of `MonitoringClient`. */
export interface MonitoringClientOptions {
  /** Host of the Monitoring API, as found by `lookUpHost`, or an http origin on loopback. Required. */
  readonly host: string;
  /** LivePerson site id. Required. */
  readonly accountId: string;
  /** Id that LivePerson gave when the app was installed in the account. Required. */
  readonly appInstallationId: string;
  /** Version of the API: `1.1` or `1.0`. @default '1.1' */
  readonly apiVersion?: string | undefined;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Sends the requests in place of `fetch`, and reads their whole answers. @default by `fetch` */
  readonly send?: Exchange | undefined;
}

/**
 * Query and body of the engagement method (Monitoring API, Query parameters, Body Parameters).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export interface EngageParameters extends VisitorParameters {
  /** Visitor id of an earlier answer. @default not sent */
  readonly vid?: string | undefined;
  /** Session id of an earlier answer. @default not sent */
  readonly sid?: string | undefined;
  /** Whether a server sends the request on behalf of the visitor. @default false */
  readonly obh?: boolean | undefined;
  /** What is known about the visitor. Impression events are refused. @default not sent */
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
}

/** The ids of a session that `engage` has begun. */
export interface SessionIds {
  /** Visitor id of the session. Required. */
  readonly vid: string;
  /** Session id. Required. */
  readonly sid: string;
  /** Page id of the answer to `engage`. @default not sent */
  readonly pageId?: string | undefined;
}

/** Query and body of the report method. */
export interface ReportParameters extends VisitorParameters, SessionIds {
  /** Whether a server sends the request on behalf of the visitor. @default false */
  readonly obh?: boolean | undefined;
  /** What is known about the visitor, and impression events. Required. */
  readonly engagementAttributes: readonly (EngagementAttribute | Readonly<Record<string, unknown>>)[];
}

/** Options of the methods of `MonitoringClient`. */
export interface CallOptions {
  /** Aborts the request, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
  /** Called when the answer seems to hold an engagement, before it is checked. @default none */
  readonly onHint?: (() => void) | undefined;
}

/**
 * Client of LivePerson's Monitoring API. Each call sends one request and is not retried. Parameters are checked before
 * they are sent, and answers before they are returned.
 *
 * @example
 * const client = new MonitoringClient({host: 'va.v.liveperson.net', accountId: '12345678', appInstallationId: 'b4c1…'});
 * const {visitorId: vid, sessionId: sid, engagementDetails} = await client.engage({entryPoints: ['sec://Sport']});
 * if (engagementDetails[0]?.status === 'expose') {
 *   await client.report({vid, sid, engagementAttributes: [{type: 'searchInfo', keywords: ['shoes']}]});
 * }
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export class MonitoringClient {
  readonly #host: URL;
  readonly #account: Account;
  readonly #edges: Pick<MonitoringClientOptions, 'fetch' | 'send'>;

  /** @throws ConfigurationError when an option is wrong */
  constructor(options: MonitoringClientOptions) {
    const {host, accountId, appInstallationId, apiVersion = '1.1', fetch, send} = own(options);
    this.#account = {
      accountId: checkAccountId(accountId),
      appInstallationId: checkAppInstallationId(appInstallationId),
      apiVersion: checkVersion(apiVersion),
    };
    this.#host = checkHost(host);
    this.#edges = {fetch, send};
  }

  /**
   * Asks whether the visitor should be offered a conversation (Monitoring API, Engagement).
   *
   * @returns the vendor's answer; `engagementDetails` is empty when there is nothing to offer
   * @throws ConfigurationError when a parameter is wrong, before anything is sent
   * @throws LoadingAccountError when the account is still being loaded
   * @throws HttpStatusError when LivePerson refuses the request or fails
   * @throws MalformedAnswerError, NetworkError, TimeoutError (after 10 s), TooLargeError; or the reason of `signal`
   */
  async engage(parameters: EngageParameters = {}, options: CallOptions = {}): Promise<EngageAnswer> {
    const {vid, sid, obh, ...body} = own(parameters);
    return this.#post(
      'engagement',
      {vid, sid, obh: obh === true},
      toPost(toJson(await checkBody(body, false))),
      options,
    );
  }

  /**
   * Reports attributes and impression events of a session (Monitoring API, Report).
   *
   * @returns the vendor's answer, like that of `engage`
   * @throws as `engage` does
   */
  async report(parameters: ReportParameters, options: CallOptions = {}): Promise<EngageAnswer> {
    const {vid, sid, obh, ...body} = own(parameters);
    return this.#report({vid, sid, obh: obh === true}, await checkBody(body, true), options);
  }

  /**
   * Reports what happened to an offer of a session.
   *
   * @throws as `engage` does
   */
  async reportImpression(impression: Impression, ids: SessionIds, options: CallOptions = {}): Promise<EngageAnswer> {
    const {vid, sid, pageId} = own(ids);
    return this.#report({vid, sid}, toImpressionBody(impression, pageId), options);
  }

  async #report(ids: VisitorIds, body: object, options: CallOptions): Promise<EngageAnswer> {
    return this.#post('report', ids, toReport(body), options);
  }

  async #post(
    method: 'engagement' | 'report',
    ids: VisitorIds,
    init: RequestInit,
    options: CallOptions,
  ): Promise<EngageAnswer> {
    const {onHint} = own(options);
    const signal = signalOf(options);
    for (const [name, id] of Object.entries({vid: own(ids).vid, sid: own(ids).sid}))
      if (method === 'report' || id !== undefined) checkText(id, name, 'an id of an answer');
    const answer = await request(methodUrl(method, this.#host, this.#account, ids), init, {signal, ...this.#edges});
    if (!isAnswered(answer.status)) throw toError(answer);
    const body = parseJson(answer);
    if (mayHoldEngagement(body)) onHint?.();
    return toAnswer(body, answer.request);
  }
}

/**
 * Reads the body of an answer.
 *
 * @param request what error messages call the request
 * @throws MalformedAnswerError
 */
export function toAnswer(body: unknown, request: string): EngageAnswer {
  const {data, problem} = readEngageAnswer(body);
  if (data) return data;
  throw new MalformedAnswerError(request, problem);
}

/** @throws ConfigurationError */
export function checkAppInstallationId(id: unknown): string {
  return checkText(id, 'appInstallationId', 'the id that LivePerson gave when the app was installed');
}

function checkVersion(version: unknown): string {
  const isText = typeof version === 'string';
  if (isText && isVersion(version)) return version;
  throw new ConfigurationError(
    `Expected apiVersion to be 1.1 or 1.0, got ${isText ? JSON.stringify(version) : kindOf(version)}; leave it out for 1.1`,
    'apiVersion',
  );
}

/** @throws ConfigurationError */
async function checkBody(body: RequestBody, allowImpressions: boolean): Promise<object> {
  if (Object.values(body).every((value) => value === undefined)) return {};
  const {toRequestBody} = await import('./visitor-parameters.js');
  return toRequestBody(body, allowImpressions);
}

function toError(answer: Answer): HttpStatusError {
  const {request, status, retryAfter} = answer;
  const {code, message} = readErrorBody(answer.text);
  const isLoading = status === 202 || (status === 500 && code === 20);
  return isLoading
    ? new LoadingAccountError(request, {status, code, message, retryAfter})
    : new HttpStatusError(request, {status, code, retryAfter});
}
