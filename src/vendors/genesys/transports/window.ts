import {ConfigurationError} from '../../../check/configuration-error.js';
import {parseSecureOrigin} from '../../../http/base-url.js';
import {parseUrl} from '../../../http/safe-url.js';
import type {NotificationTransport} from '../transport.js';

export interface WindowTransportOptions {
  /** Origins whose messages are accepted, such as `https://contact.example.com`. */
  readonly origins: readonly string[];
  /** @default the window of the page */
  readonly page?: Window | undefined;
}

/**
 * Listens to the messages that the page's parent, its opener and its own frames post to it, if they are of these origins.
 *
 * @throws ConfigurationError when an origin is not exactly one, is not https (http on this machine), or there is none
 */
export function createWindowTransport({origins, page}: WindowTransportOptions): NotificationTransport {
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

/** Whether a message came from a window that the page is in, was opened by, or holds. */
function isNeighbour(source: MessageEventSource | null, page: Window): boolean {
  // A page without a parent is its own parent; and the sender is unknown once its frame is gone.
  if (!source || source === page) return false;
  return source === page.parent || source === page.opener || (source as Window).parent === page;
}

function checkOrigin(text: string): string {
  // Anything behind the origin would not be compared, whatever its author expects.
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
