import {html, type TemplateResult} from 'lit';
import {pageAddress} from '../../../http/safe-url.js';
import {enDetails} from '../../../messages/en-details.js';
import type {Messages} from '../../../messages/messages.js';
import type {SessionController} from '../../../tag/session-controller.js';
import type {ElementHost} from '../../element-host.js';

const problem = 'Expected privacy-url to be an https address, or one of the page’s own origin; there is no link to it';

/** Renders the link to the page's word on privacy. */
export function renderPrivacyLink(
  {privacyUrl}: Pick<ElementHost, 'privacyUrl'>,
  session: SessionController,
  {privacy = enDetails.privacy}: Partial<Messages>,
): TemplateResult | undefined {
  if (!privacyUrl) return undefined;
  const address = pageAddress(privacyUrl);
  if (!address) {
    session.advise(problem);
    return undefined;
  }
  // It must not take the visitor away from the page and what they have written there.
  return html`<a part="privacy" href=${address} target="_blank" rel="noopener">${privacy}</a>`;
}
