import {own, signalOf} from '../../check/own.js';
import {isPathText} from '../../check/ids.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import {checkAnswer} from '../../http/answer.js';
import type {Open} from '../../record/engagement-record.js';
import {
  endAnswerSchema,
  exportAnswerSchema,
  recordingSchema,
  waitDurationSchema,
  type GliaEndAnswer,
  type GliaExportAnswer,
  type GliaRecording,
} from './answers.schemas.js';
import {Connection, type ConnectionOptions, type Target} from './connection.js';
import {readPages, type GliaListOptions} from './engagement-pages.js';
import {toSearchParams, type GliaEngagementQuery} from './engagement-query.js';
import {engagementSchema, type GliaEngagement} from './engagement.schemas.js';

/** Options of `GliaClient`. */
export type GliaClientOptions = ConnectionOptions;

/** Options of the methods of `GliaClient`. */
export interface GliaCallOptions {
  /** Aborts the call, which then rejects with the signal's reason. @default none */
  readonly signal?: AbortSignal | undefined;
}

/** Options of `GliaClient.endEngagement`. */
export interface GliaEndOptions extends GliaCallOptions {
  /**
   * Why the engagement ends. `error`: the conversation failed to start (Glia REST API, Body Parameters of End
   * Engagement). Glia's own code sends others, such as `operator_hung_up`. @default not sent
   */
  readonly reason?: Open<'error'> | undefined;
}

/**
 * Client of Glia's engagements (Glia REST API). Reads are retried up to three times when Glia is busy, fails or does
 * not answer. Requests that change something are sent once.
 *
 * All methods throw ConfigurationError before anything is sent; GliaError, MalformedAnswerError, NetworkError,
 * TimeoutError, TooLargeError; the reason of `signal`; and whatever `getToken` throws.
 *
 * @example
 * const glia = new GliaClient({baseUrl: 'https://api.glia.eu', getToken: () => process.env['GLIA_TOKEN'] ?? ''});
 * for await (const {id, created_at} of glia.listEngagements({siteIds: ['3e3b…'], perPage: 50})) {
 *   console.log(id, created_at);
 * }
 *
 * @see https://docs.glia.com/glia-dev
 */
export class GliaClient {
  readonly #connection: Connection;

  /** @throws ConfigurationError when an option is wrong */
  constructor(options: GliaClientOptions) {
    this.#connection = new Connection(options);
  }

  /**
   * Lists engagements of the sites, the latest first. Pages are requested only as far as the caller iterates (Glia REST
   * API, Engagements). A page may take 30 s and 8 MiB.
   *
   * @throws ForeignLinkError when the bearer must not be sent to the next page; and as all methods do
   */
  listEngagements(query: GliaEngagementQuery, options: GliaListOptions = {}): AsyncIterable<GliaEngagement> {
    const target = this.#connection.address('engagements');
    target.url.search = toSearchParams(query).toString();
    return readPages(this.#connection, target, options);
  }

  /**
   * Reads one engagement with its legs (Glia REST API, Engagement).
   *
   * @throws GliaError with status 404 when there is no such engagement; and as all methods do
   */
  async getEngagement(id: string, options: GliaCallOptions = {}): Promise<GliaEngagement> {
    return checkAnswer(engagementSchema, await this.#connection.read(this.#engagement(id), options));
  }

  /**
   * Ends an engagement on behalf of a current participant, the owner of the bearer (Glia REST API, End Engagement).
   *
   * @throws as all methods do
   */
  async endEngagement(id: string, options: GliaEndOptions = {}): Promise<GliaEndAnswer> {
    const {reason} = own(options);
    const signal = signalOf(options);
    const body = {action: 'end', ...(reason !== undefined && {reason})};
    return checkAnswer(endAnswerSchema, await this.#connection.write('PATCH', this.#engagement(id), body, {signal}));
  }

  /**
   * Starts the export that the site is configured for. Each call starts another one (Glia REST API, Export Engagement).
   *
   * @throws as all methods do
   */
  async exportEngagement(id: string, options: GliaCallOptions = {}): Promise<GliaExportAnswer> {
    const target = this.#engagement(id, '/export');
    return checkAnswer(exportAnswerSchema, await this.#connection.write('POST', target, undefined, options));
  }

  /**
   * Reads how long visitors of the site have waited recently on average (Glia REST API, Fetch Queue Average Wait
   * Duration). The bearer is a visitor's.
   *
   * @returns seconds, or null when Glia has no data
   * @throws as all methods do
   */
  async queueWaitDuration(options: GliaCallOptions = {}): Promise<number | null> {
    const answer = await this.#connection.read(this.#connection.address('engagements/queue/wait_duration'), options);
    return own(checkAnswer(waitDurationSchema, answer)).average_duration_in_seconds ?? null;
  }

  /**
   * Requests the address of an audio file (Glia REST API, Engagement).
   *
   * An address at any other origin is refused, not requested without the bearer. Only Glia can provide the file, and a
   * forged address could make your server send requests to hosts of an attacker's choice.
   *
   * @param url an entry of `audio_recording_urls`
   * @returns the address of the file, or null while the file is still being created
   * @throws ForeignLinkError when the bearer must not be sent to the address; and as all methods do
   */
  async getRecording(url: string, options: GliaCallOptions = {}): Promise<GliaRecording | null> {
    const answer = await this.#connection.read(this.#connection.resolve(url, 'a recording'), options);
    return answer.status === 204 ? null : checkAnswer(recordingSchema, answer);
  }

  #engagement(id: string, rest = ''): Target {
    if (isPathText(id)) return this.#connection.address(`engagements/{id}${rest}`, id);
    const given: unknown = id;
    const got =
      given === '' ? 'empty text' : typeof given === 'string' ? 'text that no address can hold' : typeof given;
    throw new ConfigurationError(`Expected the id of an engagement, got ${got}; use the id of an entry of the list`);
  }
}
