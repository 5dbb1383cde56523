import {RefusedError} from '../connection.js';
import type {NotificationTransport} from '../transport.js';

interface CometdMessage {
  readonly successful?: boolean;
  readonly error?: string;
  readonly data?: unknown;
}

type Callback = (message: CometdMessage) => void;

/** The part that is used of an instance of `CometD` from the npm package `cometd`. */
export interface CometdInstance {
  isDisconnected(): boolean;
  getClientId(): string | null;
  addListener(channel: string, callback: Callback): object;
  removeListener(listener: object): void;
  subscribe(channel: string, onMessage: Callback, onAnswer: Callback): object;
  unsubscribe(subscription: object): void;
}

/**
 * Listens by a CometD connection that the page already has, and subscribes to `/notification/{visitId}` in each of its
 * sessions. Connecting, its tickets and disconnecting stay the page's business.
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
        // No answer, or no such session: the next one that connects is asked again.
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
          // What it throws names the visit.
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
