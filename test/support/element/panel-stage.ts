import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {Panel, type PanelAct, type PanelView} from '../../../src/element/conversation/panel.js';
import {setInTopLayer} from '../../../src/element/page/top-layer.js';
import {styles} from '../../../src/element/web-engagement.styles.js';
import {en} from '../../../src/messages/en.js';

/** An element that shows a panel and nothing else, as it is told to. */
export class PanelStage extends LitElement {
  static override styles = styles;

  /** What the visitor did, in order. */
  readonly acts: PanelAct[] = [];
  #view: PanelView | undefined;
  #panel: Panel | undefined;

  /** Shows the panel, with these changes to what it showed before. */
  async show(changes: Partial<PanelView>): Promise<this> {
    this.#panel ??= new Panel(this);
    const first: PanelView = {
      catalog: {language: 'en', messages: en},
      placement: 'end',
      isOpen: true,
      address: '',
      act: (act) => this.acts.push(act),
    };
    this.#view = {...first, ...this.#view, ...changes};
    this.requestUpdate();
    await this.updateComplete;
    return this;
  }

  /** Ends the panel. */
  async end(): Promise<void> {
    this.#panel?.remove();
    this.#view = undefined;
    this.requestUpdate();
    await this.updateComplete;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#panel?.remove();
  }

  /** Focuses the panel. */
  override focus(): void {
    this.#panel?.focus();
  }

  override render(): TemplateResult {
    return html`<button class="surface launcher end" popover="manual">Chat</button>
      ${this.#view ? this.#panel?.render(this.#view) : nothing}`;
  }

  override updated(): void {
    const surface = (name: string): HTMLElement | null => this.renderRoot.querySelector(`.${name}`);
    const [launcher, panel] = [surface('launcher'), surface('panel')];
    if (launcher) setInTopLayer(launcher, true);
    if (panel) setInTopLayer(panel, !!this.#view?.isOpen);
  }
}

customElements.define('panel-stage', PanelStage);

declare global {
  interface HTMLElementTagNameMap {
    'panel-stage': PanelStage;
  }
}
