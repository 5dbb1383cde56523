import {ConfigurationError} from '../../check/configuration-error.js';
import type {Trigger} from './trigger.js';

/** What it sees of the page. */
export type ScrolledPage = Pick<EventTarget, 'addEventListener'> &
  Pick<Window, 'innerHeight' | 'scrollY'> & {
    readonly document: Pick<Document, 'readyState'> & {readonly documentElement: Pick<Element, 'scrollHeight'>};
  };

/**
 * Waits until so much of the page has been scrolled through. A page that cannot be scrolled has been seen as a whole.
 *
 * @param percent above 0, 100 at most
 * @throws ConfigurationError for another number
 */
export function createScrollTrigger(percent: number, page: ScrolledPage = window): Trigger {
  if (!(percent > 0 && percent <= 100)) {
    throw new ConfigurationError(
      `Expected showAfterScroll to be above 0 and at most 100, got ${percent}; it is ignored`,
    );
  }
  return {
    name: 'showAfterScroll',
    start(tell, signal) {
      const seen = new AbortController();
      const look = (): void => {
        const rest = page.document.documentElement.scrollHeight - page.innerHeight;
        // A page that is still being parsed grows.
        const isWhole = rest <= 0 && page.document.readyState === 'complete';
        if (!isWhole && !(rest > 0 && page.scrollY >= (rest * percent) / 100)) return;
        seen.abort();
        tell(true);
      };
      const options = {passive: true, signal: AbortSignal.any([signal, seen.signal])};
      for (const name of ['scroll', 'load', 'resize']) page.addEventListener(name, look, options);
      look();
    },
  };
}
