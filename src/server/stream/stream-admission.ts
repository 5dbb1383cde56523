import type {Peer} from '../http/handler.js';
import {Problem} from '../http/problem.js';
import {RateLimit} from '../http/rate-limit.js';
import type {NotificationStreamOptions} from './stream-options.js';
import type {StreamHub} from './stream-hub.js';
import type {StreamRequest} from './stream-request.js';

/** Decides who may open a stream. */
export class StreamAdmission {
  readonly #options: NotificationStreamOptions;
  readonly #badTickets: RateLimit;
  readonly #now: () => number;

  constructor(options: NotificationStreamOptions, now: () => number) {
    this.#options = options;
    this.#now = now;
    this.#badTickets = new RateLimit({limit: options.limits?.badTickets ?? 60, period: 60_000, now});
  }

  /** @throws Problem with status 429 */
  checkCrowd({address}: Peer, hub: StreamHub): void {
    if (address === undefined) return;
    const {perAddress = 1_000} = this.#options.limits ?? {};
    if (hub.countOf(address) >= perAddress) throw tooMany('Too many streams from this address.', 30_000);
    const wait = this.#badTickets.wait(address);
    if (wait > 0) throw tooMany('Too many bad tickets from this address.', wait);
  }

  /**
   * Uses up a ticket.
   *
   * @throws Problem with status 403; NotificationsUnavailableError
   */
  async checkTicket({ticket, visit}: StreamRequest, {headers}: Request, {address}: Peer): Promise<void> {
    const good = await this.#options.tickets.read(ticket);
    // Without the header, the page has the server's own origin, or it is no page and could say anything.
    const origin = headers.get('origin') ?? good?.origin;
    const isGood = good?.visit === visit && (good.origin === undefined || good.origin === origin);
    if (isGood && (await this.#options.notifications.claim(`ticket/${good.id}`, good.expires - this.#now()))) return;
    if (address !== undefined) this.#badTickets.take(address);
    throw new Problem(403, 'Expected an unused ticket that is valid for this visit and this origin.');
  }
}

const tooMany = (detail: string, wait: number): Problem => new Problem(429, detail, {retryAfter: wait / 1000});
