import {chooseLanguage, english, loadCatalog, type Catalog} from '../messages/catalog.js';

/** Keeps the sentences of one language, and loads others when the language changes. */
export class Translation {
  /** The sentences to show; nothing until the first ones have come. */
  catalog: Catalog | undefined;
  readonly #onLoad: () => void;
  #language: string | undefined;

  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /** Changes to the first wanted language that there is; the sentences shown stay until the new ones have come. */
  choose(wanted: readonly (string | undefined)[]): void {
    const language = chooseLanguage(wanted);
    if (language === this.#language) return;
    this.#language = language;
    if (language === english.language) this.catalog = english;
    else void this.#load(language);
  }

  async #load(language: string): Promise<void> {
    const catalog = await loadCatalog(language);
    if (language !== this.#language) return;
    this.catalog = catalog;
    this.#onLoad();
  }
}
