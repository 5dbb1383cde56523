/** The languages that a visitor can be spoken to in. */
export const locales = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'nb',
  'da',
  'fi',
  'cs',
  'tr',
  'uk',
  'ja',
  'ko',
  'zh-Hans',
  'zh-Hant',
  'ar',
  'he',
  'hi',
] as const;

/** Those of them that begin on the right. */
export const rightToLeft: readonly string[] = ['ar', 'he'];
