import {ConfigurationError} from '../../check/configuration-error.js';
import {isHeaderToken} from '../../http/header-token.js';

/** What every call carries (seed 003, Headers). Both are secrets of a server or of an agent's desktop, never of a public page. */
export interface AvayaCredentials {
  /** The application key. */
  readonly appkey: string;
  /** Access token of a user with the Agent role. The vendor lets it live for 900 s. */
  readonly token: string;
}

/**
 * Puts credentials into headers.
 *
 * @throws ConfigurationError when one is missing or cannot be a header; engines would quote it in their own error
 */
export function toHeaders({appkey, token}: AvayaCredentials): Record<string, string> {
  for (const [name, value] of Object.entries<unknown>({appkey, token})) {
    if (isHeaderToken(value)) continue;
    throw new ConfigurationError(
      `Expected getCredentials to give ${name} as printable ASCII without spaces, got ${value ? 'something else' : 'nothing'}; return {appkey, token}, the token without "Bearer"`,
    );
  }
  return {appkey, Authorization: `Bearer ${token}`, Accept: 'application/json'};
}
