import {en} from './en.js';
import type {CardMessages, ExtraMessages} from './messages.js';

/** Sentences and the language they are written in. */
export interface Catalog {
  readonly language: string;
  readonly messages: CardMessages & Partial<ExtraMessages>;
}

// A map, because a vendor may call a language `constructor`.
const loaders = new Map<string, () => Catalog['messages'] | Promise<Catalog['messages']>>([
  ['en', () => en],
  ['de', async () => (await import('./de.js')).de],
  ['ar', async () => (await import('./ar.js')).ar],
]);

const rightToLeft = /^(ar|fa|he|iw|ur|yi)\b/i;

/** Returns the first wanted language that there are sentences for; English when there is none. */
export function chooseLanguage(wanted: readonly (string | undefined)[]): string {
  const languages = wanted.map((tag) => tag?.trim().toLowerCase().split(/[-_]/)[0] ?? '');
  return languages.find((language) => loaders.has(language)) ?? 'en';
}

/** Loads the sentences of a language; English ones when they cannot be loaded. */
export async function loadCatalog(language: string): Promise<Catalog> {
  try {
    return {language, messages: (await loaders.get(language)?.()) ?? en};
  } catch {
    return {language: 'en', messages: en};
  }
}

/** Returns in which direction a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
