import { english, type Texts } from './english.js';
import { type Language, languages } from './language.js';
import { setLocale } from './locale.js';

/** Loaded when they are asked for; English is at hand. */
const catalogues: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => english,
  de: async () => (await import('./german/index.js')).german,
  fr: async () => (await import('./french/index.js')).french,
  es: async () => (await import('./spanish/index.js')).spanish,
};

/** The words of the page, in its language. */
export let texts: Texts = english;

/** The language of the page. */
export let language: Language = 'en';

/**
 * Chooses the language for the whole page: once, before anything is shown. Returns the one that it
 * speaks then: English where a catalogue cannot be loaded, since alerts in English are better than none.
 */
export const speak = async (chosen: Language): Promise<Language> => {
  try {
    setLocale(languages[chosen]);
    texts = await catalogues[chosen]();
    language = chosen;
  } catch {
    setLocale(languages.en);
    texts = english;
    language = 'en';
  }
  return language;
};
