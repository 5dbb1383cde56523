import {chooseLanguage, loadCatalog, type Catalog} from '../messages/catalog.js';

/** Keeps the sentences of one language, and loads others when the language changes. */
export class Translation {
  /** The sentences to show; nothing until the first ones have come. */
  catalog: Catalog | undefined;
  readonly #onLoad: () => void;
  #language: string | undefined;

  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /** Changes to the first wanted language that there is; the sentences shown stay until the new ones have come, and `others` with them. */
  async choose(wanted: readonly (string | undefined)[], others?: Promise<void>): Promise<void> {
    const language = chooseLanguage(wanted);
    if (language === this.#language) return;
    this.#language = language;
    const catalog = await loadCatalog(language);
    if (others) await others;
    if (language !== this.#language) return;
    this.catalog = catalog;
    this.#onLoad();
  }
}
