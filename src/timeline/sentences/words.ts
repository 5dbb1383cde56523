import type {Participant} from '../../record/engagement-record.js';

/** A sentence for a word that we know; the vendor's own word, made readable, for any other. */
export function wordOf(sentences: Readonly<Record<string, string>>, word: string): string {
  return (Object.hasOwn(sentences, word) ? sentences[word] : undefined) ?? readable(word);
}

/** Makes a vendor's word readable: `visitor_left` and `VISITOR_LEFT` become `visitor left`. */
export function readable(word: string): string {
  return /^[\p{Lu}_]+$|^[\p{Ll}\d]+(_[\p{Ll}\d]+)+$/u.test(word) ? word.replaceAll('_', ' ').toLowerCase() : word;
}

/** Begins a text as a sentence begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Keeps a text from changing the direction of the sentence that it is put into. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

/** As much of an id as tells it from its neighbours. */
export function shorten(id: string): string {
  return id.length > 12 ? `${id.slice(0, 8)}…` : id;
}

/** Finds names by id, as far as the record has them. */
export function createNames(participants: readonly Participant[]): (id: string | undefined) => string | undefined {
  const names = new Map(participants.map(({id, name}) => [id, name]));
  return (id) => (id === undefined ? undefined : names.get(id));
}
