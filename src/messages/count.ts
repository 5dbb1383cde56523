import type {CountForms} from './messages.js';

/** Says how many there are of something; nothing when there is none, or the count is none. */
export function sayCount(count: unknown, forms: unknown, language: string): string {
  if (!Number.isSafeInteger(count) || Number(count) <= 0) return '';
  const locale = canonical(language);
  // What a page has written in plain JavaScript may be anything.
  const {[new Intl.PluralRules(locale).select(Number(count))]: sentence, other} = Object(forms) as Partial<CountForms>;
  return fill(sentence ?? other, 'count', new Intl.NumberFormat(locale).format(Number(count)));
}

/** Puts a value into a sentence; nothing when the sentence is none. */
export function fill(sentence: unknown, name: string, value: string): string {
  return typeof sentence === 'string' ? sentence.replace(`{${name}}`, () => value) : '';
}

/** A page may name the language of its own sentences as it likes. */
export function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
