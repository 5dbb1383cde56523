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

export type GliaClientOptions = ConnectionOptions;

export interface GliaCallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface GliaEndOptions extends GliaCallOptions {
  /**
   * `error` says that the conversation failed to start (Glia REST API, Body Parameters of End Engagement). Glia's own
   * code sends others, such as `operator_hung_up`.
   */
  readonly reason?: Open<'error'> | undefined;
}

/**
 * Glia's engagements (Glia REST API). Reads are tried again when Glia is busy, fails or does not answer; what changes
 * something is sent once.
 *
 * All methods throw ConfigurationError before anything is sent; GliaError, MalformedAnswerError, NetworkError,
 * TimeoutError, TooLargeError; the reason of `signal`; what `getToken` throws.
 *
 * @see https://docs.glia.com/glia-dev
 */
export class GliaClient {
  readonly #connection: Connection;

  /** @throws ConfigurationError */
  constructor(options: GliaClientOptions) {
    this.#connection = new Connection(options);
  }

  /**
   * Lists engagements of the sites, the latest first, page after page as they are taken (Glia REST API, Engagements).
   *
   * @throws ForeignLinkError when the next page is where the bearer must not go; and as all methods
   */
  listEngagements(query: GliaEngagementQuery, options: GliaListOptions = {}): AsyncIterable<GliaEngagement> {
    const target = this.#connection.address('engagements');
    target.url.search = toSearchParams(query).toString();
    return readPages(this.#connection, target, options);
  }

  /** Reads one engagement with its legs (Glia REST API, Engagement). */
  async getEngagement(id: string, options: GliaCallOptions = {}): Promise<GliaEngagement> {
    return checkAnswer(engagementSchema, await this.#connection.read(this.#engagement(id), options));
  }

  /** Ends the engagement, as one who takes part in it now (Glia REST API, End Engagement). */
  async endEngagement(id: string, {reason, signal}: GliaEndOptions = {}): Promise<GliaEndAnswer> {
    const body = {action: 'end', ...(reason !== undefined && {reason})};
    return checkAnswer(endAnswerSchema, await this.#connection.write('PATCH', this.#engagement(id), body, {signal}));
  }

  /** Starts the export that the site is configured for; twice makes two (Glia REST API, Export Engagement). */
  async exportEngagement(id: string, options: GliaCallOptions = {}): Promise<GliaExportAnswer> {
    const target = this.#engagement(id, '/export');
    return checkAnswer(exportAnswerSchema, await this.#connection.write('POST', target, undefined, options));
  }

  /**
   * How long visitors of the site waited lately, in seconds; null when Glia has no data (Glia REST API, Fetch Queue Average
   * Wait Duration). The bearer is a visitor's.
   */
  async queueWaitDuration(options: GliaCallOptions = {}): Promise<number | null> {
    const answer = await this.#connection.read(this.#connection.address('engagements/queue/wait_duration'), options);
    return checkAnswer(waitDurationSchema, answer).average_duration_in_seconds ?? null;
  }

  /**
   * Asks for the file of an entry of `audio_recording_urls`; null while it is still being made (Glia REST API, Engagement).
   *
   * An entry that leads elsewhere is refused, not fetched without the bearer: nobody but Glia can give out the file,
   * and anybody else could make a server ask at addresses of their choice.
   *
   * @throws ForeignLinkError when the address is where the bearer must not go; and as all methods
   */
  async getRecording(url: string, options: GliaCallOptions = {}): Promise<GliaRecording | null> {
    const answer = await this.#connection.read(this.#connection.resolve(url, 'a recording'), options);
    return answer.status === 204 ? null : checkAnswer(recordingSchema, answer);
  }

  #engagement(id: string, rest = ''): Target {
    // A dot or two would be read as a way through the path.
    if (typeof id === 'string' && id && !/^\.\.?$/.test(id)) {
      return this.#connection.address(`engagements/{id}${rest}`, id);
    }
    const got = typeof id === 'string' ? (id ? 'a path' : 'empty text') : typeof id;
    throw new ConfigurationError(`Expected the id of an engagement, got ${got}; give the id of an entry of the list`);
  }
}
