import type {CountForms} from './messages.js';

/** Writes a count as a sentence. Empty unless the count is a whole number above 0. */
export function sayCount(count: unknown, forms: unknown, language: string): string {
  if (!Number.isSafeInteger(count) || Number(count) <= 0) return '';
  const locale = canonical(language);
  // A page's own sentences may be any value.
  const {[new Intl.PluralRules(locale).select(Number(count))]: sentence, other} = Object(forms) as Partial<CountForms>;
  return fill(sentence ?? other, 'count', new Intl.NumberFormat(locale).format(Number(count)));
}

/** Fills a value into a sentence. Empty if the sentence is not text. */
export function fill(sentence: unknown, name: string, value: string): string {
  return typeof sentence === 'string' ? sentence.replace(`{${name}}`, () => value) : '';
}

/** Returns a valid language tag, because a page may write anything for the language of its own sentences. */
export function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
