import {render} from 'lit/html.js';
import {chatPath, icon} from './card/icons.js';

/** Says why no template can be rendered here: on a page of XML, or one whose policy of Trusted Types allows none. */
export function findTemplateProblem(): string | undefined {
  try {
    // Firefox would write about the attempt to the console, caught or not. A form of that name hides the property.
    if (/xml$/.test(document.contentType)) throw new TypeError(document.contentType);
    render(icon(chatPath), new DocumentFragment());
    return undefined;
  } catch (error) {
    return `Expected a page of type text/html, with trusted-types that allow web-engagement, got ${String(error)}; nothing can be shown on it`;
  }
}
