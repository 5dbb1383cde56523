import {en} from './sentences-en.js';
import type {Sentences} from './sentences.js';

/** Sentences, and the language they are written in. */
export interface Translation {
  readonly language: string;
  readonly sentences: Sentences;
}

export const english: Translation = {language: 'en', sentences: en};

/** Loads the sentences of a language; English ones when there are none, or they cannot be loaded. */
export async function loadTranslation(language: string): Promise<Translation> {
  try {
    if (language === 'de') return {language, sentences: (await import('./sentences-de.js')).de};
    if (language === 'ar') return {language, sentences: (await import('./sentences-ar.js')).ar};
  } catch {
    // What can be read in English is better than nothing.
  }
  return english;
}
