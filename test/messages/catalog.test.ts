import {expect} from '@open-wc/testing';
import {chooseLanguage, directionOf, loadCatalog} from '../../src/messages/catalog.js';
import {en} from '../../src/messages/en.js';
import {enDetails} from '../../src/messages/en-details.js';
import type {CountForms, Messages} from '../../src/messages/messages.js';
import {locales, rightToLeft} from '../support/accessibility/locales.js';
import {pseudoLocale, pseudoMessages} from '../support/accessibility/pseudo-locale.js';

const english: Messages = {...en, ...enDetails};
const counted = ['unread', 'peopleAhead'] as const;

/** Where a language has the same word, and means it. */
const alike = ['Chat'];

async function messagesOf(locale: string): Promise<Messages> {
  if (locale === pseudoLocale) return pseudoMessages;
  const {messages} = await loadCatalog(locale);
  return locale === 'en' ? english : (messages as Messages);
}

/** Every sentence, with its name; one that counts has several. */
function sentencesOf(messages: Messages): [name: string, sentence: string][] {
  return Object.entries(messages).flatMap(([key, value]: [string, string | CountForms]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : Object.entries(value).map(([category, form]): [string, string] => [`${key}.${category}`, form]),
  );
}

const placeholdersIn = (sentence: string): string[] => sentence.match(/\{\w+\}/g) ?? [];

/** The numbers that a visitor may be told, by the plural category of a language. */
function numbersByCategory(locale: string): Map<Intl.LDMLPluralRule, number[]> {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Map<Intl.LDMLPluralRule, number[]>();
  for (let number = 1; number < 1000; number++) {
    const category = rules.select(number);
    numbers.set(category, [...(numbers.get(category) ?? []), number]);
  }
  return numbers;
}

describe('The catalog', () => {
  const choices: [wanted: (string | undefined)[], language: string][] = [
    ...locales.map((locale): [string[], string] => [[locale, 'tlh'], locale]),
    [['de-AT'], 'de'],
    [['de_CH'], 'de'],
    [[' AR-EG '], 'ar'],
    [['en_GB', 'de'], 'en'],
    [['pt-BR'], 'pt'],
    [['pt-PT'], 'pt'],
    [['de-DE-1996-u-co-phonebk'], 'de'],
    [['zh'], 'zh-Hans'],
    [['zh-CN'], 'zh-Hans'],
    [['zh_SG'], 'zh-Hans'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh_Hant_MO'], 'zh-Hant'],
    [['ZH-HANT-CN'], 'zh-Hant'],
    [['nb-NO'], 'nb'],
    [['no'], 'nb'],
    [['nn-NO'], 'nb'],
    [['iw'], 'he'],
    [['deu'], 'de'],
    [['sr-Latn', 'it'], 'it'],
    [['zh-Latn', 'it'], 'it'],
    [['und', 'it'], 'it'],
    [[undefined, '', 'ar', 'de'], 'ar'],
    [['tlh', 'de'], 'de'],
    [['arz', 'de'], 'de'],
    [['English', 'German', 'it'], 'it'],
    [['constructor', '__proto__', 'valueOf', 'it'], 'it'],
    [[' ', 'x', '*', 'de-', '-de', 'null', 'de;q=1', 'it'], 'it'],
    [['tlh', 'English'], 'en'],
    [[], 'en'],
  ];
  for (const [wanted, language] of choices) {
    it(`chooses ${language} for ${JSON.stringify(wanted)}`, () => expect(chooseLanguage(wanted)).to.equal(language));
  }

  it('is not upset by what is no text', () => {
    expect(chooseLanguage([null, 7, {}, Symbol('it'), 'it'] as unknown as string[])).to.equal('it');
  });

  it('gives English sentences for a language that it does not have', async () => {
    expect(await loadCatalog('tlh')).to.have.property('messages', en);
  });

  for (const locale of locales) {
    it(`has the sentences of ${locale}`, async () => {
      expect(await loadCatalog(locale)).to.have.property('language', locale);
    });
  }

  for (const locale of [...locales, pseudoLocale]) {
    describe(`in ${locale}`, () => {
      it('has every sentence and no other', async () => {
        const messages = await messagesOf(locale);
        expect(messages).to.have.all.keys(english);
        for (const [name, sentence] of sentencesOf(messages)) expect(sentence, name).to.match(/^\S(.*\S)?$/);
      });

      it('has a place for what English has a place for', async () => {
        const messages = await messagesOf(locale);
        for (const [key, sentence] of Object.entries(english) as [keyof Messages, unknown][])
          if (typeof sentence === 'string')
            expect(placeholdersIn(messages[key] as string), key).to.deep.equal(placeholdersIn(sentence));
      });

      for (const key of counted) {
        it(`says ${key} in every way that the language counts`, async () => {
          const forms = (await messagesOf(locale))[key];
          const numbers = numbersByCategory(locale);
          expect(forms).to.include.keys(...numbers.keys(), 'other');
          for (const [category, form] of Object.entries(forms)) {
            // A form for one number alone may say it in words.
            const isForOne = numbers.get(category as Intl.LDMLPluralRule)?.length === 1;
            const places = placeholdersIn(form);
            if (places.length > 0 || !isForOne) expect(places, category).to.deep.equal(['{count}']);
          }
        });
      }
    });
  }

  for (const locale of [...locales.filter((it) => it !== 'en'), pseudoLocale]) {
    it(`leaves nothing in English in ${locale}`, async () => {
      const said = new Set(sentencesOf(english).map(([, sentence]) => sentence));
      const left = sentencesOf(await messagesOf(locale)).filter(([, text]) => said.has(text) && !alike.includes(text));
      expect(left).to.deep.equal([]);
    });
  }

  it('is tried with sentences that are about half as long again', () => {
    const lengthOf = (messages: Messages): number =>
      sentencesOf(messages)
        .map(([, sentence]) => sentence)
        .join('').length;
    expect(lengthOf(pseudoMessages) / lengthOf(english)).to.be.within(1.4, 1.6);
  });

  const directions: [language: string, direction: string][] = [
    ...locales.map((locale): [string, string] => [locale, rightToLeft.includes(locale) ? 'rtl' : 'ltr']),
    [pseudoLocale, 'ltr'],
    ['ar-EG', 'rtl'],
    ['HE-IL', 'rtl'],
    ['he_IL', 'rtl'],
    ['iw', 'rtl'],
    ['fa', 'rtl'],
    ['ur-PK', 'rtl'],
    ['arz', 'rtl'],
    ['ckb', 'rtl'],
    ['dv', 'rtl'],
    ['pa-PK', 'rtl'],
    ['pa-IN', 'ltr'],
    ['ku', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['arn', 'ltr'],
    ['English', 'ltr'],
    ['', 'ltr'],
  ];
  for (const [language, direction] of directions) {
    it(`writes ${JSON.stringify(language)} ${direction}`, () => expect(directionOf(language)).to.equal(direction));
  }
});
