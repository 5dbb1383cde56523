import {html, type TemplateResult} from 'lit';
import type {Offer} from '../../../engagement/offer.js';
import {canonical, fill, sayCount} from '../../../messages/count.js';
import type {Messages} from '../../../messages/messages.js';

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
  const sentences = [
    sayWait(waitSeconds, messages.wait, language),
    sayCount(peopleAhead, messages.peopleAhead, language),
  ];
  // Their full stops bring the space along.
  const text = sentences.filter(Boolean).join(/^(ja|zh)\b/i.test(language) ? '' : ' ');
  return text ? html`<div part="wait">${text}</div>` : undefined;
}

function sayWait(seconds: unknown, sentence: string, language: string): string {
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds <= longestWait)) return '';
  const format = new Intl.NumberFormat(canonical(language), {style: 'unit', unit: 'minute', unitDisplay: 'long'});
  // Who is told less than it takes is disappointed.
  const duration = format.format(Math.ceil(seconds / 60));
  // Some engines put a space where no writer of Japanese would.
  return fill(sentence, 'duration', /^ja\b/i.test(language) ? duration.replace(/\s/g, '') : duration);
}
