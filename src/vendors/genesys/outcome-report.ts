import {ConfigurationError} from '../../check/configuration-error.js';
import {toJson} from '../../check/json.js';
import type {Notice} from '../../engagement/notice.js';
import {inTime} from '../../http/in-time.js';
import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import {checkNotificationsUrl} from './transports/notifications-url.js';

export interface OutcomeReportOptions {
  readonly url: string;
  readonly visitId: string;
  readonly getTicket?: ((visitId: string) => Promise<string>) | undefined;
  /** Aborts when the page stops listening. What waits is then sent at once. */
  readonly signal: AbortSignal;
  /** Sends a text, also while the page goes away. @default navigator.sendBeacon */
  readonly send?: ((url: string, body: string) => boolean) | undefined;
  /** The page's window. @default window */
  readonly page?: EventTarget | undefined;
  readonly sleep?: Sleep | undefined;
  /** In ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Reports outcomes to the brand. */
export interface OutcomeReport {
  note(notice: Notice): void;
}

/** How long outcomes wait for others, in ms. */
const batchPause = 1_000;

/** @throws ConfigurationError when `url` is not https, or http on loopback */
export function createOutcomeReport(options: OutcomeReportOptions): OutcomeReport {
  checkUrl(options.url);
  return new BeaconReport(options);
}

class BeaconReport implements OutcomeReport {
  readonly #options: OutcomeReportOptions;
  #waiting: object[] = [];
  /** Known before the page goes away, because there is no time left for a question then. */
  #ticket: string | undefined;

  constructor(options: OutcomeReportOptions) {
    this.#options = options;
    const {page = window, signal} = options;
    page.addEventListener('pagehide', () => this.#flush(), {signal});
  }

  note({type, outcome, reason, engagementId}: Notice): void {
    const {now = Date.now, signal} = this.#options;
    this.#waiting.push({id: createId(), type, outcome, reason, engagementId, at: now()});
    if (signal.aborted) this.#flush();
    else if (this.#waiting.length === 1) void this.#flushLater();
  }

  async #flushLater(): Promise<void> {
    const {getTicket, visitId, signal, sleep = realSleep} = this.#options;
    this.#ticket ??= await inTime(getTicket?.(visitId), 'notificationTicket', signal).catch(() => undefined);
    await sleep(batchPause, signal).catch(() => undefined);
    this.#flush();
  }

  #flush(): void {
    const {
      url,
      visitId: visit,
      send = (address: string, body: string) => navigator.sendBeacon(address, body),
    } = this.#options;
    if (this.#waiting.length === 0) return;
    send(url, toJson({visit, ticket: this.#ticket ?? '', outcomes: this.#waiting}));
    this.#waiting = [];
  }
}

/** `crypto.randomUUID` is missing on pages without https. */
function createId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}

function checkUrl(url: string): void {
  try {
    checkNotificationsUrl(url, ['http']);
  } catch (error) {
    throw new ConfigurationError((error as Error).message.replace('url', 'outcomesUrl'), 'outcomesUrl');
  }
}
