import type {Tickets} from '../../../../src/server/tickets/tickets.js';
import {fail, succeed, type BayeuxMessage} from './bayeux-message.js';
import type {BayeuxSession} from './bayeux-session.js';
import type {BayeuxSessions, Browser} from './bayeux-sessions.js';
import type {FrameTransport} from '../visits/frame-log.js';
import type {Visit, Visits} from '../visits/visits.js';

/** The client that sent some messages. */
export interface Peer {
  readonly transport: FrameTransport;
  /** Only where the transport has cookies. */
  readonly browser?: Browser;
  /** Aborts when the connection breaks. */
  readonly signal: AbortSignal;
}

export interface BayeuxOptions {
  /** How long a `/meta/connect` is held, in ms. */
  readonly connectTimeout: number;
  /** Whether WebSocket is available in addition to long-polling. */
  readonly webSocket: boolean;
}

type Replies = readonly BayeuxMessage[];

/** Paths of the server. Clients may append the type of the message. */
export const bayeuxPath = /^\/(?:server|frontend)\/cometd(?:\/|$)/;

/**
 * The CometD server, which publishes notifications on the channels `/notification/{visitID}`. Clients cannot publish, and
 * each can subscribe only to the channel of the visit that its ticket is for.
 * https://docs.genesys.com/Documentation/GWE/latest/API/NotificationAPI
 */
export class BayeuxServer {
  readonly #visits: Visits;
  readonly #tickets: Tickets;
  readonly #sessions: BayeuxSessions;
  readonly #options: BayeuxOptions;

  constructor(visits: Visits, tickets: Tickets, sessions: BayeuxSessions, options: BayeuxOptions) {
    this.#visits = visits;
    this.#tickets = tickets;
    this.#sessions = sessions;
    this.#options = options;
  }

  /** Replies to messages that came together. A `/meta/connect` is held only if it came alone. */
  async receive(messages: Replies, peer: Peer): Promise<Replies> {
    const timeout = messages.length === 1 ? this.#options.connectTimeout : 0;
    const replies = await Promise.all(messages.map((message) => this.#loggedReply(message, peer, timeout)));
    return replies.flat();
  }

  async #loggedReply(message: BayeuxMessage, peer: Peer, timeout: number): Promise<Replies> {
    const session = this.#sessions.find(message.clientId, peer.browser);
    const visit = session?.visit ?? (await this.#visitOfTicket(message));
    const {transport} = peer;
    visit?.log.record({transport, direction: 'in', frame: message});
    const replies = session
      ? await this.#reply(message, session, peer.signal, timeout)
      : [this.#replyWithoutSession(message, visit, peer)];
    for (const frame of replies) visit?.log.record({transport, direction: 'out', frame});
    return replies;
  }

  #replyWithoutSession(message: BayeuxMessage, visit: Visit | undefined, {browser}: Peer): BayeuxMessage {
    if (message.channel !== '/meta/handshake') return unknownSession(message);
    if (!visit) return fail(message, '403::handshake_denied', {reconnect: 'none', interval: 0});
    const {id: clientId} = this.#sessions.open(visit, browser);
    const supportedConnectionTypes = [...(this.#options.webSocket ? ['websocket'] : []), 'long-polling'];
    return succeed(message, {version: '1.0', supportedConnectionTypes, clientId, advice: this.#advice});
  }

  async #reply(message: BayeuxMessage, session: BayeuxSession, signal: AbortSignal, timeout: number): Promise<Replies> {
    switch (message.channel) {
      case '/meta/connect': {
        const {messages, isLast} = await session.connect(Math.min(timeout, requestedTimeout(message)), signal);
        return [...messages, isLast ? unknownSession(message) : succeed(message, {advice: this.#advice})];
      }
      case '/meta/subscribe':
        if (message.subscription !== session.channel) return [fail(message, '403::subscribe_denied')];
        session.subscribe();
        return [succeed(message)];
      case '/meta/unsubscribe':
        session.unsubscribe();
        return [succeed(message)];
      case '/meta/disconnect':
        session.end();
        return [succeed(message)];
      default:
        return [fail(message, '403::publish_denied')];
    }
  }

  get #advice(): object {
    return {reconnect: 'retry', interval: 0, timeout: this.#options.connectTimeout};
  }

  async #visitOfTicket({ext}: BayeuxMessage): Promise<Visit | undefined> {
    const ticket = typeof ext === 'object' && ext !== null && 'ticket' in ext ? ext.ticket : undefined;
    const good = typeof ticket === 'string' ? await this.#tickets.read(ticket) : undefined;
    return good && this.#visits.get(good.visit);
  }
}

/** A client that has just reconnected asks for 0 ms, so that it learns at once that it is connected. */
function requestedTimeout({advice}: BayeuxMessage): number {
  const {timeout} = (advice ?? {}) as {timeout?: unknown};
  return typeof timeout === 'number' ? timeout : Infinity;
}

function unknownSession(message: BayeuxMessage): BayeuxMessage {
  return fail(message, '402::session_unknown', {reconnect: 'handshake', interval: 0});
}
