import {html, type TemplateResult} from 'lit';
import type {Offer} from '../engagement/offer.js';
import type {CountForms, Messages} from '../messages/messages.js';

/** A wait of more than a day, in s, is a mistake. */
const longestWait = 86_400;

interface Wording {
  readonly language: string;
  readonly messages: Pick<Messages, 'wait' | 'peopleAhead'>;
}

/** Renders how long the wait is and how many wait already; nothing when neither is known, or there is no wait. */
export function renderWaitLine(
  {waitSeconds, peopleAhead}: {[Name in 'waitSeconds' | 'peopleAhead']: Offer[Name] | undefined},
  {language, messages}: Wording,
): TemplateResult | undefined {
  const locale = canonical(language);
  const sentences = [sayWait(waitSeconds, messages.wait, locale), sayPeople(peopleAhead, messages.peopleAhead, locale)];
  const text = sentences.filter(Boolean).join(' ');
  return text ? html`<div part="wait">${text}</div>` : undefined;
}

function sayWait(seconds: unknown, sentence: string, locale: string): string {
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds <= longestWait)) return '';
  const format = new Intl.NumberFormat(locale, {style: 'unit', unit: 'minute', unitDisplay: 'long'});
  // Who is told less than it takes is disappointed.
  return fill(sentence, 'duration', format.format(Math.ceil(seconds / 60)));
}

function sayPeople(count: unknown, forms: CountForms, locale: string): string {
  if (!Number.isSafeInteger(count) || Number(count) <= 0) return '';
  const category = new Intl.PluralRules(locale).select(Number(count));
  const number = new Intl.NumberFormat(locale).format(Number(count));
  // What a page has written in plain JavaScript may be anything.
  const {[category]: sentence, other} = Object(forms) as Partial<CountForms>;
  return fill(sentence ?? other, 'count', number);
}

function fill(sentence: unknown, name: string, value: string): string {
  return typeof sentence === 'string' ? sentence.replace(`{${name}}`, () => value) : '';
}

/** A page may name the language of its own sentences as it likes. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
