import {checkHeaderToken} from '../../http/header-token.js';

/** What every call carries (Customer Journey API, Headers). Both are secrets of a server or of an agent's desktop, never of a public page. */
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
  return {
    appkey: checkHeaderToken(appkey, 'the appkey of getCredentials'),
    Authorization: `Bearer ${checkHeaderToken(token, 'the token of getCredentials')}`,
    Accept: 'application/json',
  };
}
