import MiniSearch, {type SearchResult} from 'minisearch';

/** A part of a page below one heading, as `search.json` holds it. */
export interface Section {
  readonly url: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}

/** A section that was found, and the words around what was looked for. */
export interface Finding {
  readonly section: Section;
  readonly excerpt: string;
}

const excerptLength = 180;

/** Finds sections by words, by their beginnings, and by words that are nearly the same. */
export class SectionSearch {
  readonly #sections: ReadonlyMap<string, Section>;
  readonly #index = new MiniSearch<Section>({
    idField: 'url',
    fields: ['page', 'heading', 'text'],
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      boost: {page: 6, heading: 4},
    },
  });

  constructor(sections: readonly Section[]) {
    this.#sections = new Map(sections.map((section) => [section.url, section]));
    this.#index.addAll(sections);
  }

  /** The best come first. */
  find(words: string): readonly Finding[] {
    return this.#index.search(words).flatMap((result) => {
      const section = this.#sections.get(String(result.id));
      return section ? [{section, excerpt: excerptOf(section.text, result)}] : [];
    });
  }
}

/** Whole words, from shortly before the first one that was found. */
function excerptOf(text: string, {terms}: SearchResult): string {
  const places = terms.map((term) => text.toLowerCase().indexOf(term)).filter((place) => place >= 0);
  const first = places.length > 0 ? Math.min(...places) : 0;
  const start = text.lastIndexOf(' ', Math.max(0, first - 60)) + 1;
  const rest = text.slice(start);
  const excerpt = rest.length > excerptLength ? `${rest.slice(0, rest.lastIndexOf(' ', excerptLength))} …` : rest;
  return start > 0 ? `… ${excerpt}` : excerpt;
}
