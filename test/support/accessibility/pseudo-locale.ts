import {en} from '../../../src/messages/en.js';
import {enDetails} from '../../../src/messages/en-details.js';
import type {Messages} from '../../../src/messages/messages.js';

const plain = 'aAcCdDeEgGhHiIjJkKlLnNoOrRsStTuUwWyYzZ';
const accented = 'ǻǺçÇďĎęĘğĞħĦîÎĵĴķĶłŁñÑöÖŕŔšŠťŤůŮŵŴýÝžŽ';

/** Tag of a language that nobody speaks, and that every sentence can be read in. */
export const pseudoLocale = 'en-XA';

/** English with accents, in words half as long again, between brackets: what is cut off or not translated is seen at once. */
export const pseudoMessages = stretchAll({...en, ...enDetails}) as Messages;

function stretchAll(messages: object): object {
  const entries: [key: string, value: object | string][] = Object.entries(messages);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? stretch(value) : stretchAll(value)]),
  );
}

function stretch(text: string): string {
  return `[${text.replace(/\{\w+\}|\p{L}+/gu, (word) => (word.startsWith('{') ? word : stretchWord(word)))}]`;
}

function stretchWord(word: string): string {
  const letters = Array.from(word, (letter) => accented[plain.indexOf(letter)] ?? letter);
  return letters.map((letter, index) => (index % 2 === 0 ? letter : letter + letter)).join('');
}
