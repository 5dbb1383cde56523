import {own} from '../../../check/own.js';
import {ConfigurationError} from '../../../check/configuration-error.js';
import {parseSecureOrigin} from '../../../http/base-url.js';
import {parseUrl} from '../../../http/safe-url.js';
import type {NotificationTransport} from '../transport.js';

/** Options of `createWindowTransport`. */
export interface WindowTransportOptions {
  /** Origins whose messages are accepted, such as `https://contact.example.com`. http on loopback only. Required. */
  readonly origins: readonly string[];
  /** The window that receives the messages. @default window */
  readonly page?: Window | undefined;
}

/**
 * Creates a transport that listens to messages that the page's parent, its opener and its own frames post to it from
 * certain origins.
 *
 * @throws ConfigurationError when there is no origin, or an entry is not exactly an https origin
 *
 * @example
 * const transport = createWindowTransport({origins: ['https://contact.example.com']});
 * const source = createNotificationSource({notificationsTransport: transport}, {visits, tabsName: 'brand'});
 *
 * @see https://html.spec.whatwg.org/multipage/web-messaging.html
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function createWindowTransport(options: WindowTransportOptions): NotificationTransport {
  const {origins, page} = own(options);
  const allowed = new Set(origins.map(checkOrigin));
  if (allowed.size === 0) throw refuse('nothing');
  return {
    listen(_, report, signal) {
      if (signal.aborted) return;
      const target = page ?? window;
      const onMessage = ({origin, source, data}: MessageEvent<unknown>): void => {
        if (allowed.has(origin) && isNeighbour(source, target)) report({type: 'message', data});
      };
      target.addEventListener('message', onMessage, {signal});
      report({type: 'open'});
    },
  };
}

/** Whether a message came from the page's parent, its opener or one of its frames. */
function isNeighbour(source: MessageEventSource | null, page: Window): boolean {
  // A page without a parent is its own parent. The sender is null once its frame is gone.
  if (!source || source === page) return false;
  return source === page.parent || source === page.opener || (source as Window).parent === page;
}

function checkOrigin(text: string): string {
  // Anything after the origin would not be compared, although its author may expect that.
  const allowed = parseSecureOrigin(text);
  if (allowed) return allowed;
  const url = parseUrl(text);
  throw refuse(url ? `${url.protocol}//${url.host}…` : 'one that is not absolute');
}

function refuse(got: string): ConfigurationError {
  return new ConfigurationError(
    'Cannot use origins: expected origins that begin with https:// and hold no path, ' +
      `got ${got}; write each as in https://contact.example.com`,
    'origins',
  );
}
