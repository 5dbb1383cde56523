import {own, signalOf} from '../../check/own.js';
import {check, kindOf} from '../../check/check.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {checkAnswer, type Answer} from '../../http/answer.js';
import {checkBaseUrl} from '../../http/base-url.js';
import {request, type Fetch} from '../../http/request.js';
import {inTime} from '../../http/in-time.js';
import {retry} from '../../http/retry.js';
import type {Sleep} from '../../http/sleep.js';
import {AvayaError} from './avaya-error.js';
import {toHeaders, type AvayaCredentials} from './credentials.js';
import {engagementSchema, listSchema, type AvayaEngagement} from './engagement.schemas.js';
import {createReadPolicy} from './retry-policy.js';

/** Options of `AvayaJourneyClient`. */
export interface AvayaJourneyClientOptions {
  /**
   * Address of the API, such as `https://na.api.avayacloud.com`, or of the brand's own proxy for it, with or without a
   * path. http on loopback only. Required.
   */
  readonly baseUrl: string;
  /** Id of the account, six letters. Required. */
  readonly accountId: string;
  /** Returns the credentials. Called before each request, also a retry, so that it can renew the token. Required. */
  readonly getCredentials: () => Promise<AvayaCredentials>;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Waits for a number of ms between attempts. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Random number from 0 to 1, which lengthens retry pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Options of the methods of `AvayaJourneyClient`. */
export interface AvayaCallOptions {
  /** Aborts the call, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
}

/** Result of `AvayaJourneyClient.listEngagements`. */
export interface AvayaEngagementList {
  /** In the order of the vendor's answers. Engagements that the vendor does not know are missing. */
  readonly engagements: readonly AvayaEngagement[];
  /** Why engagements could not be read, one line each, without their values. */
  readonly problems: readonly string[];
}

/** The vendor returns at most this many engagements at once. */
const largestList = 50;
/** Fifty engagements with fifty participants each, in bytes. */
const largestAnswer = 4 * 1024 * 1024;

/**
 * Client of the Customer Journey API of Avaya Experience Platform. It reads engagements, and retries a read up to three
 * times.
 *
 * It needs an agent's credentials, so it belongs on a server or an agent's desktop. The records lag behind the contact
 * centre and are unsuitable for decisions in real time.
 *
 * @example
 * const avaya = new AvayaJourneyClient({
 *   baseUrl: 'https://na.api.avayacloud.com',
 *   accountId: 'ABCDEF',
 *   getCredentials: async () => ({appkey: process.env['AXP_APPKEY'] ?? '', token: await fetchToken()}),
 * });
 * const {status, participants} = await avaya.getEngagement('8e557fd6-580a-43b3-8cf9-db8169f4af5a');
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export class AvayaJourneyClient {
  readonly #engagements: URL;
  readonly #options: AvayaJourneyClientOptions;

  /** @throws ConfigurationError when `baseUrl` or `accountId` is wrong */
  constructor(given: AvayaJourneyClientOptions) {
    const options = own(given);
    const base = checkBaseUrl(options.baseUrl, {example: 'https://na.api.avayacloud.com'});
    this.#engagements = new URL(`api/journey/v1/accounts/${checkAccountId(options.accountId)}/engagements`, base);
    this.#options = options;
  }

  /**
   * Reads one engagement (Customer Journey API, Get Engagement).
   *
   * @param id UUID of the engagement
   * @returns the vendor's answer, with every key that was sent
   * @throws ConfigurationError when the id or the credentials are malformed, before anything is sent
   * @throws AvayaError, with status 404 when there is no such engagement
   * @throws MalformedAnswerError, NetworkError, TimeoutError (after 10 s), TooLargeError (over 4 MiB)
   * @throws the reason of `signal`, and whatever `getCredentials` throws
   */
  async getEngagement(id: string, options: AvayaCallOptions = {}): Promise<AvayaEngagement> {
    const signal = signalOf(options);
    const url = new URL(`${this.#engagements.href}/${checkEngagementId(id)}`);
    const answer = await this.#read(url, 'an engagement', signal);
    return checkAnswer(engagementSchema, answer);
  }

  /**
   * Reads several engagements, fifty per request (Customer Journey API, Get Engagements). Unknown ids are not an error.
   *
   * @param ids UUIDs of engagements; repeated ones count once
   * @throws as `getEngagement` does, but not for engagements that do not exist
   */
  async listEngagements(ids: readonly string[], options: AvayaCallOptions = {}): Promise<AvayaEngagementList> {
    const signal = signalOf(options);
    const wanted = [...new Set(checkEngagementIds(ids))];
    const items: unknown[] = [];
    for (let start = 0; start < wanted.length; start += largestList) {
      items.push(...(await this.#list(wanted.slice(start, start + largestList), signal)));
    }
    return readItems(items);
  }

  async #list(ids: readonly string[], signal: AbortSignal | undefined): Promise<readonly unknown[]> {
    const url = new URL(this.#engagements);
    url.search = `engagementIds=${ids.join(',')}&pageSize=${largestList}&pageNumber=1`;
    try {
      const answer = await this.#read(url, 'engagements', signal);
      return own(checkAnswer(listSchema, answer)).engagements ?? [];
    } catch (error) {
      if (isNoneFound(error)) return [];
      throw error;
    }
  }

  #read(url: URL, what: string, signal = new AbortController().signal): Promise<Answer> {
    const {sleep, now, random} = this.#options;
    const policy = createReadPolicy(random);
    return retry(() => this.#send(url, what, signal), {policy, signal, sleep, now});
  }

  async #send(url: URL, what: string, signal: AbortSignal): Promise<Answer> {
    const {getCredentials, fetch} = this.#options;
    const headers = toHeaders(await inTime(getCredentials(), 'getCredentials', signal));
    const init: RequestInit = {method: 'GET', headers};
    const name = `GET ${what} of ${url.origin}`;
    const answer = await request(url, init, {signal, fetch, maxBytes: largestAnswer, name});
    if (answer.status !== 200) throw new AvayaError(answer);
    return answer;
  }
}

function readItems(items: readonly unknown[]): AvayaEngagementList {
  const engagements: AvayaEngagement[] = [];
  const problems: string[] = [];
  for (const item of items) {
    const {data, problem} = check(engagementSchema, item);
    if (data) engagements.push(data);
    else problems.push(problem);
  }
  return {engagements, problems};
}

/** The vendor's answer when it knows none of the ids. A route that does not exist has another problem type. */
function isNoneFound(error: unknown): boolean {
  return error instanceof AvayaError && error.status === 404 && error.problem === 'resource-not-found';
}

function checkAccountId(id: unknown): string {
  if (typeof id === 'string' && /^[a-z]{6}$/i.test(id)) return id;
  throw new ConfigurationError(
    `Expected accountId to be six letters, got ${id ? 'something else' : 'nothing'}; it is in the address of your Avaya Experience Platform`,
  );
}

function checkEngagementIds(ids: unknown): readonly string[] {
  if (Array.isArray(ids)) return ids.map(checkEngagementId);
  throw new ConfigurationError(`Expected ids to be a list of UUIDs, got ${kindOf(ids)}; write [id] for a single one`);
}

function checkEngagementId(id: unknown): string {
  if (typeof id === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id;
  throw new ConfigurationError(
    `Expected the id of an engagement to be a UUID, got ${id ? 'something else' : 'nothing'}; take it from the record or the notification that names it`,
  );
}
