import {check} from '../../check/check.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {checkAnswer, type Answer} from '../../http/answer.js';
import {checkBaseUrl} from '../../http/base-url.js';
import {request, type Fetch} from '../../http/request.js';
import {retry} from '../../http/retry.js';
import type {Sleep} from '../../http/sleep.js';
import {AvayaError} from './avaya-error.js';
import {toHeaders, type AvayaCredentials} from './credentials.js';
import {engagementSchema, listSchema, type AvayaEngagement} from './engagement.schemas.js';
import {createReadPolicy} from './retry-policy.js';

export interface AvayaJourneyClientOptions {
  /** Where the API is, such as `https://na.api.avayacloud.com`, or a proxy of the brand with or without a path; http on loopback only. */
  readonly baseUrl: string;
  /** Six letters. */
  readonly accountId: string;
  /** Called before each request, retries included, so that it may renew the token. */
  readonly getCredentials: () => Promise<AvayaCredentials>;
  readonly fetch?: Fetch | undefined;
  readonly sleep?: Sleep | undefined;
  /** @default Date.now */
  readonly now?: (() => number) | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

export interface AvayaCallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface AvayaEngagementList {
  /** In the order of the ids; those that the vendor does not know are missing. */
  readonly engagements: readonly AvayaEngagement[];
  /** What was wrong with engagements that could not be read, without their values. */
  readonly problems: readonly string[];
}

/** The vendor answers at most this many engagements at once. */
const largestList = 50;
/** Fifty engagements with fifty participants each, in bytes. */
const largestAnswer = 4 * 1024 * 1024;

/**
 * Avaya Experience Platform, Customer Journey API: reads engagements.
 *
 * It needs the credentials of an agent, so it belongs on a server or an agent's desktop. The records lag behind the
 * contact centre and are no base for decisions in the moment.
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export class AvayaJourneyClient {
  readonly #engagements: URL;
  readonly #options: AvayaJourneyClientOptions;

  /** @throws ConfigurationError */
  constructor(options: AvayaJourneyClientOptions) {
    const base = checkBaseUrl(options.baseUrl, {example: 'https://na.api.avayacloud.com'});
    this.#engagements = new URL(`api/journey/v1/accounts/${checkAccountId(options.accountId)}/engagements`, base);
    this.#options = options;
  }

  /**
   * Reads one engagement (Customer Journey API, Get Engagement).
   *
   * @throws ConfigurationError before anything is sent; AvayaError, with status 404 when there is no such engagement;
   *   MalformedAnswerError, NetworkError, TimeoutError, TooLargeError; the reason of `signal`; what `getCredentials` throws
   */
  async getEngagement(id: string, {signal}: AvayaCallOptions = {}): Promise<AvayaEngagement> {
    const url = new URL(`${this.#engagements.href}/${checkEngagementId(id)}`);
    const answer = await this.#read(url, 'an engagement', signal);
    return checkAnswer(engagementSchema, answer);
  }

  /**
   * Reads several engagements, fifty at a time. Ids that the vendor does not know are no error.
   *
   * @throws as `getEngagement` does, but not with status 404
   */
  async listEngagements(ids: readonly string[], {signal}: AvayaCallOptions = {}): Promise<AvayaEngagementList> {
    const wanted = [...new Set(ids.map(checkEngagementId))];
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
      return checkAnswer(listSchema, answer).engagements ?? [];
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
    const headers = toHeaders(await getCredentials());
    // A redirect would carry the application key to another host.
    const init: RequestInit = {method: 'GET', headers, redirect: 'error'};
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

/** The vendor says so when it knows none of the ids; a route that does not exist is another matter. */
function isNoneFound(error: unknown): boolean {
  return error instanceof AvayaError && error.status === 404 && error.problem === 'resource-not-found';
}

function checkAccountId(id: string): string {
  if (/^[a-z]{6}$/i.test(id)) return id;
  throw new ConfigurationError(
    `Expected accountId to be six letters, got ${id ? 'something else' : 'nothing'}; it is in the address of your Avaya Experience Platform`,
  );
}

function checkEngagementId(id: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return id;
  throw new ConfigurationError(
    `Expected the id of an engagement to be a UUID, got ${id ? 'something else' : 'nothing'}; take it from the record or the notification that names it`,
  );
}
