import {html, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {directionOf, type Catalog} from '../../messages/catalog.js';
import {enDetails} from '../../messages/en-details.js';
import {heedEscape} from '../page/escape.js';
import {closePath, icon} from '../card/icons.js';
import {PanelFrame} from './panel-frame.js';
import {windowPath} from './panel-icons.js';
import {PanelSize} from './panel-size.js';
import {panelStyles} from './panel.styles.js';

/** What the visitor can do with a panel: fold it into the launcher, or go on in a window of its own. */
export type PanelAct = 'minimize' | 'window';

/** The way to end the conversation, where the page has one. */
export interface PanelEnding {
  /** The button that asks. */
  readonly button: unknown;
  /** What is asked or said, below the panel's header. */
  readonly line: unknown;
}

/** What is shown, and to whom the visitor's acts go. */
export interface PanelView {
  readonly catalog: Catalog;
  readonly placement: 'start' | 'end';
  /** A folded panel keeps its conversation, and shows nothing. */
  readonly isOpen: boolean;
  readonly address: string;
  readonly ending?: PanelEnding | undefined;
  readonly act: (act: PanelAct) => void;
}

/** The conversation within the page. It is loaded when the first one opens. */
export class Panel {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #sheet = new CSSStyleSheet();
  readonly #size: PanelSize;
  readonly #frame: PanelFrame;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#sheet.replaceSync(panelStyles);
    host.shadowRoot?.adoptedStyleSheets.push(this.#sheet);
    const update = (): void => host.requestUpdate();
    this.#size = new PanelSize((this.#sheet.cssRules[0] as CSSStyleRule).style, update);
    this.#frame = new PanelFrame(update);
    host.addController(this);
  }

  hostConnected(): void {
    this.#frame.watchPolicy();
  }

  hostDisconnected(): void {
    this.#frame.leavePolicy();
  }

  /** Renders the panel. It has to stay at one place of the template: a frame that is moved starts over. */
  render(view: PanelView): TemplateResult {
    const {catalog, placement, isOpen, address, ending, act} = view;
    const {language} = catalog;
    const messages = {...enDetails, ...catalog.messages};
    const dir = directionOf(language);
    if (isOpen) this.#frame.open(address);
    const button = (name: PanelAct, label: string, path: string): TemplateResult =>
      html`<button part=${name} title=${label} aria-label=${label} @click=${() => act(name)}>${icon(path)}</button>`;
    // As in the card, the corner follows the page's direction, and so do the places of the buttons.
    return html`
      <section
        id="panel"
        part="panel"
        class="surface panel ${placement}"
        popover="manual"
        role="region"
        lang=${language}
        aria-label=${messages.launcher}
        @keydown=${(event: KeyboardEvent) => heedEscape(event, () => act('minimize'))}
      >
        <div part="panel-header">
          ${this.#size.render(messages.resize)}
          <div part="panel-title" dir=${dir}>${messages.launcher}</div>
          ${ending?.button}
          ${button('window', messages.newWindow, windowPath)}
          ${button('minimize', messages.minimize, closePath)}
        </div>
        ${ending?.line}
        <div class="conversation" dir=${dir}>${this.#frame.render(messages, () => act('window'))}</div>
      </section>
    `;
  }

  /** Puts the focus into the conversation, so that the visitor can write, or onto what stands in its place. */
  focus(): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>('.conversation > :is(iframe, button)')?.focus();
  }

  /** Takes back what the panel has added to its element. */
  remove(): void {
    const root = this.#host.shadowRoot;
    if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    this.#frame.leavePolicy();
    this.#host.removeController(this);
  }
}
