import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import type {Trigger} from './trigger.js';
import {readUrlPatterns} from './url-patterns.js';

/** What it sees of the page. */
export interface RoutedPage extends Pick<EventTarget, 'addEventListener'> {
  readonly location: {readonly href: string};
  /** Not every browser has it. */
  readonly navigation?: Pick<EventTarget, 'addEventListener'> | undefined;
}

/** How often the address is looked at where nothing tells of a new one, in ms. */
const interval = 1_000;

/**
 * Lets invitations be shown at some addresses only, and the platform be asked anew where an app shows another one of
 * them. A fragment counts as another address only if a pattern has one.
 *
 * @throws ConfigurationError for patterns that cannot be read
 */
export function createUrlTrigger(patterns: string, page: RoutedPage = window, sleep: Sleep = realSleep): Trigger {
  const matches = readUrlPatterns(patterns);
  const routeNow = (): string => (patterns.includes('#') ? page.location.href : page.location.href.replace(/#.*/s, ''));
  return {
    name: 'showOnUrl',
    start(tell, signal) {
      let route = routeNow();
      const look = (): void => {
        const next = routeNow();
        if (next === route) return;
        route = next;
        tell(matches(new URL(page.location.href)), true);
      };
      page.navigation?.addEventListener('currententrychange', look, {signal});
      for (const name of ['popstate', 'hashchange']) page.addEventListener(name, look, {signal});
      if (!page.navigation) void lookOften(look, sleep, signal);
      tell(matches(new URL(page.location.href)));
    },
  };
}

/** A page's own function must not be replaced, and without that nothing tells of `history.pushState()`. */
async function lookOften(look: () => void, sleep: Sleep, signal: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await sleep(interval, signal);
      look();
    }
  } catch {
    // The page has no use for it any more.
  }
}
