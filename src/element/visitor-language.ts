import type {Offer} from '../engagement/offer.js';
import {chooseLanguage, loadCatalog, type Catalog} from '../messages/catalog.js';
import {pageLanguage} from '../messages/page-language.js';
import type {ElementHost} from './element-host.js';
import {watchPageLanguage} from './page/page-language-watch.js';

/** Keeps the sentences of the visitor's language, and loads others when the language changes. */
export class VisitorLanguage {
  readonly #host: ElementHost;
  #catalog: Catalog | undefined;
  #language: string | undefined;
  /** From one connection with the page to the end of it. */
  #stay: AbortController | undefined;

  /** @param catalog the sentences that are on the page already */
  constructor(host: ElementHost, catalog: Catalog | undefined) {
    this.#host = host;
    this.#catalog = catalog;
    this.#language = catalog?.language;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stay = new AbortController();
    watchPageLanguage(document, () => this.#host.requestUpdate(), this.#stay.signal);
  }

  hostDisconnected(): void {
    this.#stay?.abort();
  }

  /** Whether there are sentences to show. */
  get isReady(): boolean {
    return !!this.#catalog;
  }

  /** The sentences of the visitor's language, with the page's own and those of the offer. */
  catalogFor(offer: Offer | undefined): Catalog | undefined {
    const {messages, locale} = this.#host;
    return (
      this.#catalog && {
        // A page that brings sentences and names their language may bring one that is not built in.
        language: (messages && locale) ?? this.#catalog.language,
        messages: {...this.#catalog.messages, ...messages, ...offer?.messages},
      }
    );
  }

  /** Changes to the language for an offer. The sentences stay until the new ones and `details` have come. */
  choose({language}: Offer, details?: Promise<void>): void {
    const wanted = [this.#host.locale, language, pageLanguage(this.#host), ...navigator.languages];
    const chosen = chooseLanguage(wanted);
    if (chosen === this.#language) return;
    this.#language = chosen;
    void this.#load(chosen, details);
  }

  async #load(language: string, details: Promise<void> | undefined): Promise<void> {
    const catalog = await loadCatalog(language);
    await details;
    if (language !== this.#language) return;
    this.#catalog = catalog;
    this.#host.requestUpdate();
  }
}
