import {ConfigurationError} from '../../check/configuration-error.js';
import {parseUrl} from '../../http/safe-url.js';

/** Origins of the pages that may use a handler, such as `https://www.brand.example`; `*` for all. */
export type Origins = readonly string[] | '*';

/**
 * Makes a check of origins.
 *
 * @throws ConfigurationError when the list is empty or an entry is not an origin
 */
export function createOriginCheck(origins: Origins): (origin: string) => boolean {
  if (origins === '*') return () => true;
  const isList = origins.length > 0 && origins.every((entry) => parseUrl(entry)?.origin === entry);
  if (!isList) {
    throw new ConfigurationError(
      "Expected origins to be a list of origins, got something else; write origins: ['https://www.brand.example']",
      'origins',
    );
  }
  const allowed = new Set(origins);
  return (origin) => allowed.has(origin);
}
