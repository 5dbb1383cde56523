import {own} from '../../check/own.js';
import {checkHeaderToken} from '../../http/header-token.js';

/**
 * Credentials that every request carries (Customer Journey API, Headers). Both are secrets of a server or an agent's
 * desktop and must never reach a public page.
 *
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export interface AvayaCredentials {
  /** The application key. Required. */
  readonly appkey: string;
  /** Access token of a user with the Agent role. It is valid for 900 s. Required. */
  readonly token: string;
}

/**
 * Converts credentials to headers.
 *
 * @throws ConfigurationError when one is missing or cannot be a header. An engine's own error would quote the value.
 */
export function toHeaders(credentials: AvayaCredentials): Record<string, string> {
  const {appkey, token} = own(credentials);
  return {
    appkey: checkHeaderToken(appkey, 'the appkey of getCredentials'),
    Authorization: `Bearer ${checkHeaderToken(token, 'the token of getCredentials')}`,
    Accept: 'application/json',
  };
}
