import type {Locator, Page} from 'playwright';

/** What a reader operates: an ARIA role, or what has none. */
type Kind =
  | 'button'
  | 'checkbox'
  | 'color'
  | 'combobox'
  | 'link'
  | 'radio'
  | 'slider'
  | 'spinbutton'
  | 'summary'
  | 'tab'
  | 'textbox';

/** Operates the page's controls by the names that readers know, and keeps account of them. */
export class Controls {
  readonly #driven = new Set<string>();

  /** A control that a test operates. */
  at(page: Page, kind: Kind, name: string): Locator {
    this.#driven.add(`${kind} ${name}`);
    if (kind === 'color') return page.getByLabel(name, {exact: true});
    if (kind === 'summary') return page.locator('summary').filter({hasText: name});
    return page.getByRole(kind, {name, exact: true});
  }

  /** The controls of the page that no test has operated. */
  async undriven(page: Page): Promise<readonly string[]> {
    return (await readControls(page)).filter((control) => !this.#driven.has(control));
  }
}

/** Names every control of the page itself, closed parts included; what only logs hold is left out. */
function readControls(page: Page): Promise<readonly string[]> {
  // As text, because the tests' compiler adds calls to functions that a page does not have.
  return page.evaluate<readonly string[]>(`(() => {
    const kinds = {A: 'link', BUTTON: 'button', SELECT: 'combobox', TEXTAREA: 'textbox', SUMMARY: 'summary'};
    const types = {number: 'spinbutton', checkbox: 'checkbox', radio: 'radio', range: 'slider', color: 'color'};
    const text = (label) => [...label.childNodes]
      .filter((node) => !/^(SELECT|INPUT|TEXTAREA)$/.test(node.nodeName))
      .map((node) => node.textContent).join(' ');
    // What follows the words of a summary is a count.
    const whole = (control) => (control.tagName === 'SUMMARY' ? control.firstChild : control).textContent;
    const nameOf = (control) => (control.labels?.[0] ? text(control.labels[0]) : whole(control));
    const kindOf = (control) =>
      control.getAttribute('role') ?? kinds[control.tagName] ?? types[control.type] ?? 'textbox';
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((control) => !control.closest('.entries'))
      .map((control) => kindOf(control) + ' ' + nameOf(control).replace(/\\s+/g, ' ').trim());
  })()`);
}
