import {expect} from '@open-wc/testing';
import {chooseLanguage, directionOf, loadCatalog} from '../../src/messages/catalog.js';
import {en} from '../../src/messages/en.js';
import {enExtras} from '../../src/messages/en-extras.js';

describe('The catalog', () => {
  const choices: [wanted: (string | undefined)[], language: string][] = [
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['de_CH'], 'de'],
    [[' AR-EG '], 'ar'],
    [[undefined, '', 'ar', 'de'], 'ar'],
    [['tlh', 'de'], 'de'],
    [['en-GB', 'de'], 'en'],
    [['English', 'German'], 'en'],
    [['constructor', '__proto__'], 'en'],
    [['deu', 'arz'], 'en'],
    [[], 'en'],
  ];
  for (const [wanted, language] of choices) {
    it(`chooses ${language} for ${JSON.stringify(wanted)}`, () => expect(chooseLanguage(wanted)).to.equal(language));
  }

  for (const language of ['de', 'ar']) {
    it(`has every sentence in ${language}`, async () => {
      const catalog = await loadCatalog(language);
      expect(catalog.language).to.equal(language);
      expect(catalog.messages).to.have.all.keys({...en, ...enExtras});
      expect(Object.values(catalog.messages)).not.to.include('');
    });
  }

  for (const language of ['en', 'de', 'ar']) {
    it(`can count people in ${language} in every way that the language counts more than none`, async () => {
      const {messages} = await loadCatalog(language);
      const {pluralCategories} = new Intl.PluralRules(language).resolvedOptions();
      expect({...enExtras, ...messages}.peopleAhead).to.include.keys(pluralCategories.filter((it) => it !== 'zero'));
    });

    it(`has a place for the wait in ${language}`, async () => {
      const {messages} = await loadCatalog(language);
      expect({...enExtras, ...messages}.wait).to.contain('{duration}');
    });
  }

  const directions: [language: string, direction: string][] = [
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['he', 'rtl'],
    ['HE-IL', 'rtl'],
    ['arn', 'ltr'],
    ['hi', 'ltr'],
  ];
  for (const [language, direction] of directions) {
    it(`writes ${language} ${direction}`, () => expect(directionOf(language)).to.equal(direction));
  }
});
