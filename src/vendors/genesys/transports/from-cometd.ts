import {RefusedError} from '../reconnection.js';
import type {NotificationTransport} from '../transport.js';

interface CometdMessage {
  readonly successful?: boolean;
  readonly error?: string;
  readonly data?: unknown;
}

type Callback = (message: CometdMessage) => void;

/** The part of a `CometD` instance of the npm package `cometd` that is used. */
export interface CometdInstance {
  isDisconnected(): boolean;
  getClientId(): string | null;
  addListener(channel: string, callback: Callback): object;
  removeListener(listener: object): void;
  subscribe(channel: string, onMessage: Callback, onAnswer: Callback): object;
  unsubscribe(subscription: object): void;
}

/**
 * Creates a transport that uses the page's own CometD connection and subscribes to `/notification/{visitId}` in each of
 * its sessions. The page connects, sends tickets and disconnects.
 *
 * @param cometd an instance of `CometD` from the npm package `cometd`
 *
 * @example
 * const cometd = new CometD();
 * cometd.init({url: 'https://events.brand.example/cometd'});
 * document.querySelector('web-engagement').notificationsTransport = fromCometd(cometd);
 *
 * @see https://docs.cometd.org/
 */
export function fromCometd(cometd: CometdInstance): NotificationTransport {
  return {
    listen({visitId}, report, signal) {
      if (signal.aborted) return;
      let session: string | null = null;
      let subscription: object | undefined;
      const onAnswer = ({successful, error}: CometdMessage): void => {
        const code = /^\d{3}/.exec(error ?? '')?.[0];
        if (successful) report({type: 'open'});
        // No answer, or an unknown session. The next session subscribes again.
        else if (!code || code === '402') session = null;
        else report({type: 'trouble', error: new RefusedError('/meta/subscribe', `Refused, code ${code}`)});
      };
      const join = (): void => {
        const clientId = cometd.getClientId();
        if (!clientId || clientId === session || cometd.isDisconnected()) return;
        session = clientId;
        const onMessage = ({data}: CometdMessage): void => report({type: 'message', data});
        try {
          subscription = cometd.subscribe(`/notification/${visitId}`, onMessage, onAnswer);
        } catch {
          // Its own error names the visit.
          report({type: 'trouble', error: new RefusedError('/meta/subscribe', 'Not a visit id that CometD can send')});
        }
      };
      const onMeta = ({successful}: CometdMessage): void => {
        if (successful) join();
      };
      const listeners = ['/meta/handshake', '/meta/connect'].map((channel) => cometd.addListener(channel, onMeta));
      signal.addEventListener('abort', () => {
        for (const listener of listeners) cometd.removeListener(listener);
        if (subscription && !cometd.isDisconnected()) cometd.unsubscribe(subscription);
      });
      join();
    },
  };
}
