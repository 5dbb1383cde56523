import {html, render} from 'lit';

/** Says why no template can be rendered here: on a page of XML, or one whose policy of Trusted Types allows none. */
export function findTemplateProblem(): string | undefined {
  // Firefox would write about the attempt to the console, caught or not.
  if (document.contentType.endsWith('xml')) return tell(document.contentType);
  try {
    render(html`<br>`, new DocumentFragment());
    return undefined;
  } catch (error) {
    return tell(String(error));
  }
}

const tell = (found: string): string =>
  `Expected a page of type text/html, with trusted-types that allow web-engagement, got ${found}; nothing can be shown on it`;
