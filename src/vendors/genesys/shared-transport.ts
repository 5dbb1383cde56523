import {openTabChannel} from '../../tabs/tab-channel.js';
import {leadTabs, type LeadOptions} from '../../tabs/tab-leader.js';
import type {NotificationAddressee, NotificationTransport, TransportEvent} from './transport.js';

export interface SharedTransportOptions extends Omit<LeadOptions, 'signal'> {
  /** Beginning of the names of the tabs' locks and channels. The address and the visit follow. */
  readonly name: string;
}

type Report = (event: TransportEvent) => void;

/**
 * Shares one connection among the tabs that listen at the same address for the same visit. One tab opens it and passes
 * on what it receives. A transport without an address is returned unchanged, because it has no connection to share.
 */
export function shareAmongTabs(
  transport: NotificationTransport,
  options: SharedTransportOptions,
): NotificationTransport {
  const {address} = transport;
  if (address === undefined) return transport;
  return {
    address,
    listen: (addressee, report, signal) => {
      const name = `${options.name}/${address}/${addressee.visitId}`;
      new SharedConnection(transport, addressee, report).join(name, {...options, signal});
    },
  };
}

/** One tab's part in the connection. */
class SharedConnection {
  readonly #transport: NotificationTransport;
  readonly #addressee: NotificationAddressee;
  readonly #report: Report;
  #post: ((message: unknown) => void) | undefined;
  #isLeading = false;
  /** Up to where the tabs have got the server's messages, so that the next leading tab goes on from there. */
  #position: string | undefined;
  /** Whether notifications arrive, directly or through the leading tab. */
  #isOpen = false;

  constructor(transport: NotificationTransport, addressee: NotificationAddressee, report: Report) {
    this.#transport = transport;
    this.#addressee = addressee;
    this.#report = report;
  }

  join(name: string, options: LeadOptions): void {
    const {signal, openChannel} = options;
    this.#post = openTabChannel(`${name}/events`, (message) => this.#hear(message), signal, openChannel);
    this.#post?.('ask');
    leadTabs(name, (term) => this.#connect(term), options);
  }

  #connect(term: AbortSignal): void {
    this.#isLeading = true;
    this.#isOpen = false;
    term.addEventListener('abort', () => (this.#isLeading = this.#isOpen = false));
    const pass = (event: TransportEvent): void => {
      if (!term.aborted) this.#pass(event);
    };
    this.#transport.listen({...this.#addressee, position: this.#position}, pass, term);
  }

  #pass(event: TransportEvent): void {
    this.#isOpen = event.type === 'open' || event.type === 'message';
    this.#notePosition(event);
    if (this.#isOpen) this.#post?.(event);
    this.#report(event);
  }

  #hear(message: unknown): void {
    if (message === 'ask') {
      if (this.#isLeading && this.#isOpen) {
        this.#post?.({type: 'open', position: this.#position} satisfies TransportEvent);
      }
    } else if (!this.#isLeading) {
      this.#follow(message as TransportEvent);
    }
  }

  #notePosition(event: TransportEvent): void {
    if ('position' in event) this.#position = event.position ?? this.#position;
  }

  /** Any message from the leading tab means that the connection is open. */
  #follow(event: TransportEvent): void {
    this.#notePosition(event);
    if (!this.#isOpen) this.#report({type: 'open'});
    this.#isOpen = true;
    if (event.type === 'message') this.#report(event);
  }
}
