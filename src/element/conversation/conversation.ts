import {nothing} from 'lit';
import {ConfigurationError} from '../../check/configuration-error.js';
import type {Offer} from '../../engagement/offer.js';
import type {Catalog} from '../../messages/catalog.js';
import type {SessionController} from '../../tag/session-controller.js';
import type {ElementHost} from '../element-host.js';
import type * as opener from './conversation-opener.js';
import type {Panel, PanelAct, PanelEnding} from './panel.js';

/** What a page's author has to do so that a conversation opens. */
export const noWay =
  'Expected a way to open the conversation, got none; write open-in and conversation-url, or set onAccept and onResume, ' +
  'or write open-in="event" and call preventDefault() in a listener';

export interface ConversationOptions {
  /** Called when there is another panel, or none any more. */
  readonly onPanel: () => void;
  /** Called when the visitor folds the panel. */
  readonly onFold: () => void;
}

/** Opens conversations where the page wants them, and keeps the one that is open in the panel. */
export class Conversation {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #options: ConversationOptions;
  #panel: {readonly view: Panel; readonly address: string; readonly openTab: typeof opener.openTab} | undefined;

  constructor(host: ElementHost, session: SessionController, options: ConversationOptions) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
  }

  get hasPanel(): boolean {
    return !!this.#panel;
  }

  /** Loads what opens the conversation of an offer: a window opens only at once after a click. */
  async prepare(offer: Offer): Promise<typeof opener | undefined> {
    return this.canOpen(offer) ? import('./conversation-opener.js') : undefined;
  }

  /** Whether there is an address, be it one that may not be opened. */
  canOpen({url}: Offer): boolean {
    const {openIn, conversationUrl} = this.#host;
    return !!url || (['tab', 'popup', 'panel'].includes(openIn) && !!conversationUrl);
  }

  /**
   * Opens the conversation of an offer.
   *
   * @param topic id of what the visitor wants to begin with
   * @throws ConfigurationError, by a rejection, when there is no address, or none that may be opened
   */
  async open(offer: Offer, topic?: string): Promise<void> {
    const loaded = await this.prepare(offer);
    if (!loaded) throw new ConfigurationError(noWay);
    if (this.#host.openIn === 'panel' && !offer.url) await this.#openPanel(loaded, offer, topic);
    else loaded.openConversation(this.#host, {...offer, topic});
  }

  /** Ends the panel and what is in it. */
  close(): void {
    if (!this.#panel) return;
    this.#panel.view.remove();
    this.#panel = undefined;
    this.#options.onPanel();
  }

  /** @param ending the way to end the conversation */
  render(catalog: Catalog, isOpen: boolean, ending: PanelEnding | undefined): unknown {
    if (!this.#panel) return nothing;
    const {view, address} = this.#panel;
    const placement = this.#host.placement === 'start' ? 'start' : 'end';
    return view.render({catalog, placement, address, isOpen, ending, act: (name) => this.#act(name)});
  }

  async #openPanel({conversationAddress, openTab}: typeof opener, offer: Offer, topic?: string): Promise<void> {
    const address = conversationAddress(this.#host, {...offer, topic}).href;
    const {Panel} = await import('./panel.js');
    // Meanwhile the visitor may have logged out.
    if (this.#session.state.name === 'idle') return;
    this.#panel ??= {view: new Panel(this.#host), address, openTab};
    this.#options.onPanel();
    await this.#host.updateComplete;
    this.#panel.view.focus();
  }

  #act(name: PanelAct): void {
    if (name === 'minimize') return this.#options.onFold();
    this.#panel?.openTab(this.#panel.address);
    this.close();
  }
}
