import {en} from './en.js';
import type {CardMessages, DetailMessages} from './messages.js';

/** Sentences and their language. */
export interface Catalog {
  readonly language: string;
  readonly messages: CardMessages & Partial<DetailMessages>;
}

// A language that is written in several scripts has one entry for each script, and none without a script.
const loaders = new Map<string, () => Catalog['messages'] | Promise<Catalog['messages']>>([
  ['en', () => en],
  ['de', async () => (await import('./de.js')).de],
  ['fr', async () => (await import('./fr.js')).fr],
  ['es', async () => (await import('./es.js')).es],
  ['it', async () => (await import('./it.js')).it],
  ['pt', async () => (await import('./pt.js')).pt],
  ['nl', async () => (await import('./nl.js')).nl],
  ['pl', async () => (await import('./pl.js')).pl],
  ['sv', async () => (await import('./sv.js')).sv],
  ['nb', async () => (await import('./nb.js')).nb],
  ['da', async () => (await import('./da.js')).da],
  ['fi', async () => (await import('./fi.js')).fi],
  ['cs', async () => (await import('./cs.js')).cs],
  ['tr', async () => (await import('./tr.js')).tr],
  ['uk', async () => (await import('./uk.js')).uk],
  ['ja', async () => (await import('./ja.js')).ja],
  ['ko', async () => (await import('./ko.js')).ko],
  ['zh-Hans', async () => (await import('./zh-hans.js')).zhHans],
  ['zh-Hant', async () => (await import('./zh-hant.js')).zhHant],
  ['ar', async () => (await import('./ar.js')).ar],
  ['he', async () => (await import('./he.js')).he],
  ['hi', async () => (await import('./hi.js')).hi],
]);

// Not every browser knows Hebrew's old tag. Norwegian is mostly Bokmål, which readers of Nynorsk understand.
const readAs: Partial<Record<string, string>> = {iw: 'he', nn: 'nb', no: 'nb'};

const rightToLeft = /Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa/;

/** Returns the first wanted language that has sentences, or English. */
export function chooseLanguage(wanted: readonly (string | undefined)[]): string {
  for (const tag of wanted) {
    const found = namesOf(tag).find((name) => loaders.has(name));
    if (found) return found;
  }
  return 'en';
}

/** Loads the sentences of a language, or English ones if they cannot be loaded. */
export async function loadCatalog(language: string): Promise<Catalog> {
  try {
    return {language, messages: (await loaders.get(language)?.()) ?? en};
  } catch {
    return {language: 'en', messages: en};
  }
}

/** Returns the writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  if (loaders.has(language)) return ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
  return rightToLeft.test(read(language).script ?? '') ? 'rtl' : 'ltr';
}

/** The entries that fit a language, the most specific one first. */
function namesOf(tag: string | undefined): string[] {
  // Loading the engine's data on locales takes longer than anything else here, and most tags need none of it.
  const [, plain = ''] = /^([a-z]{2})(-[A-Z]{2})?$/.exec(String(tag)) ?? [];
  if (loaders.has(plain)) return [plain];
  const {language = '', script} = read(tag);
  return [`${language}-${script ?? ''}`, readAs[language] ?? language];
}

/** Parses a language tag. It comes from a page or a vendor and may be anything. An invalid one gives an empty result. */
function read(tag: unknown): {language?: string; script?: string | undefined} {
  try {
    const locale = new Intl.Locale(String(tag).trim().replaceAll('_', '-'));
    return {language: locale.language, script: locale.maximize().script};
  } catch {
    return {};
  }
}
