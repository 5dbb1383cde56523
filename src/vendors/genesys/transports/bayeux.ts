import {own} from '../../../check/own.js';
import {RequestError} from '../../../http/errors.js';
import type {Fetch} from '../../../http/request.js';
import {sleep as realSleep, type Sleep} from '../../../http/sleep.js';
import {keepConnected, RefusedError} from '../reconnection.js';
import type {NotificationAddressee, NotificationTransport, TransportEvent} from '../transport.js';
import {openLongPolling} from './bayeux-long-polling.js';
import {openWebSocket} from './bayeux-web-socket.js';
import type {BayeuxMessage, BayeuxLink} from './bayeux-link.js';
import {checkNotificationsUrl} from './notifications-url.js';
import {readTicket} from './ticket.js';

/** Options of `createBayeuxTransport`. */
export interface BayeuxTransportOptions {
  /**
   * Address of the CometD server: `https:` for long-polling, `wss:` for a WebSocket. `http:` and `ws:` on loopback
   * only. Required.
   */
  readonly url: string;
  /** Sends the requests. @default the platform's `fetch`, looked up at each call */
  readonly fetch?: Fetch | undefined;
  /** Class of the socket. @default the platform's `WebSocket`, looked up at each call */
  readonly webSocket?: (new (url: string) => WebSocket) | undefined;
  /** How late an answer may be, in ms. @default 10_000 */
  readonly slack?: number | undefined;
  /** Waits for a number of ms. @default a timer */
  readonly sleep?: Sleep | undefined;
  /** Random number from 0 to 1, which lengthens pauses. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A clock that is never set back, in ms. @default performance.now */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates a transport that subscribes to `/notification/{visitId}` on a CometD server (Bayeux 1.0) and passes on the
 * `data` of each message. The ticket is sent in the handshake's `ext.ticket`. A lost connection is opened again after 1
 * to 60 s, each pause lengthened by a random factor from 1 to 2.
 *
 * @throws ConfigurationError when `url` is not such an address
 *
 * @example
 * const transport = createBayeuxTransport({url: 'wss://events.brand.example/cometd'});
 * const source = createNotificationSource({notificationsTransport: transport, visitId}, {visits, tabsName: 'brand'});
 *
 * @see https://docs.cometd.org/
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function createBayeuxTransport(given: BayeuxTransportOptions): NotificationTransport {
  const options = own(given);
  const {sleep, random, now} = options;
  const url = checkNotificationsUrl(options.url, ['http', 'ws']);
  return {
    address: options.url,
    listen(addressee, report, signal) {
      const subscription = new Subscription(url, options, {addressee, report, signal});
      const connect = (markStable: () => void): Promise<never> => subscription.connect(markStable);
      keepConnected(connect, {signal, sleep, random, now, onPause: (pause) => report({type: 'retry', ...pause})}).catch(
        (error: unknown) => report({type: 'trouble', error: error as Error}),
      );
    },
  };
}

interface Listener {
  readonly addressee: NotificationAddressee;
  readonly report: (event: TransportEvent) => void;
  readonly signal: AbortSignal;
}

/** The server does not know the session any more, or refused it. */
class SessionError extends RequestError {
  override readonly name = 'SessionError';
}

/** Minimum time between two requests to a server without new messages, in ms. */
const shortestPeriod = 1_000;

/** Limit of requests in a row that bring a message. A server beyond it repeats itself. */
const longestBurst = 100;

/** Longest time that is accepted from a server, in ms. A longer one is a mistake, or more than a timer can hold. */
const longestAdvice = 600_000;

class Subscription {
  readonly #url: URL;
  readonly #options: BayeuxTransportOptions;
  readonly #listener: Listener;
  readonly #channel: string;
  #clientId: unknown;
  /** The session to resume after a lost connection, because the server keeps its messages for a moment. */
  #resumable: unknown;
  #advice: Readonly<Record<string, unknown>> = {};
  /** Whether the last answer held a notification. */
  #hasHeard = false;

  constructor(url: URL, options: BayeuxTransportOptions, listener: Listener) {
    this.#url = url;
    this.#options = options;
    this.#listener = listener;
    this.#channel = `/notification/${listener.addressee.visitId}`;
  }

  /** Rejects when the connection ends. */
  async connect(markStable: () => void): Promise<never> {
    const {addressee, signal} = this.#listener;
    this.#clientId = this.#resumable;
    // A session is resumed at once or not at all.
    this.#resumable = undefined;
    const ticket = this.#clientId ? undefined : await readTicket(addressee, signal);
    const link = this.#open();
    try {
      if (!this.#clientId) await this.#shakeHands(link, ticket);
      return await this.#poll(link, markStable);
    } finally {
      link.close(signal.aborted && this.#clientId ? this.#compose('disconnect') : undefined);
    }
  }

  #open(): BayeuxLink {
    const {report, signal} = this.#listener;
    const open = this.#url.protocol.startsWith('ws') ? openWebSocket : openLongPolling;
    const receive = ({channel, data}: BayeuxMessage): void => {
      if (channel !== this.#channel) return;
      this.#hasHeard = true;
      report({type: 'message', data});
    };
    return open(this.#url, {...this.#options, receive, signal});
  }

  async #shakeHands(link: BayeuxLink, ticket: string | undefined): Promise<void> {
    this.#advice = {};
    const message = this.#compose('handshake', {
      version: '1.0',
      supportedConnectionTypes: [link.connectionType],
      ext: ticket === undefined ? undefined : {ticket},
    });
    const [answer] = await this.#exchange(link, [message], 0);
    this.#clientId = answer?.clientId;
  }

  async #poll(link: BayeuxLink, markStable: () => void): Promise<never> {
    const {sleep = realSleep, now = () => performance.now()} = this.#options;
    const {connectionType} = link;
    const subscribe = this.#compose('subscribe', {subscription: this.#channel});
    // The server must not delay the first answer, which shows whether the session works.
    const first = this.#compose('connect', {connectionType, advice: {timeout: 0}});
    await this.#exchange(link, [subscribe, first], this.#timeout);
    this.#listener.report({type: 'open'});
    for (let asked = -shortestPeriod, burst = 0; ;) {
      markStable();
      this.#resumable = this.#clientId;
      burst = this.#hasHeard ? burst + 1 : 0;
      const rest = burst > 0 && burst < longestBurst ? 0 : asked + shortestPeriod - now();
      const pause = Math.max(toDuration(this.#advice.interval, 0), rest);
      if (pause > 0) await sleep(pause, this.#listener.signal);
      asked = now();
      this.#hasHeard = false;
      await this.#exchange(link, [this.#compose('connect', {connectionType})], this.#timeout);
    }
  }

  /** How long the server may delay an answer, in ms. */
  get #timeout(): number {
    return toDuration(this.#advice.timeout, 60_000);
  }

  #compose(type: string, fields?: object): BayeuxMessage {
    return {channel: `/meta/${type}`, clientId: this.#clientId, ...fields};
  }

  async #exchange(
    link: BayeuxLink,
    messages: readonly BayeuxMessage[],
    hold: number,
  ): Promise<readonly BayeuxMessage[]> {
    const {slack = 10_000} = this.#options;
    const received = await link.exchange(messages, hold + slack);
    return messages.map(({channel}) => {
      const answer = received.find((message) => message.channel === channel);
      return this.#check(link, channel, answer);
    });
  }

  #check({request}: BayeuxLink, channel: unknown, answer: BayeuxMessage = {}): BayeuxMessage {
    this.#advice = {...this.#advice, ...(answer.advice as object | undefined)};
    const {reconnect} = this.#advice;
    if (answer.successful === true && reconnect !== 'handshake' && reconnect !== 'none') return answer;
    this.#resumable = undefined;
    // The error shows only the code, because the rest may name the session or the visit.
    const what = `Refused on ${String(channel)}, code ${/^\d{3}/.exec(String(answer.error))?.[0] ?? 'none'}`;
    throw reconnect === 'none' ? new RefusedError(request, what) : new SessionError(request, what);
  }
}

function toDuration(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? Math.min(value, longestAdvice) : otherwise;
}
