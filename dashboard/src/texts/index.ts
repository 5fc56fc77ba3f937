import { english, type Texts } from './english.js';
import { type Language, languages } from './language.js';
import { setLocale } from './locale.js';

/** Loaded when they are asked for; English is at hand. */
const catalogues: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => english,
};

/** The words of the page, in its language. */
export let texts: Texts = english;

/** The language of the page. */
export let language: Language = 'en';

/** Chooses the language for the whole page: once, before anything is shown. */
export const speak = async (chosen: Language): Promise<void> => {
  texts = await catalogues[chosen]();
  language = chosen;
  setLocale(languages[chosen]);
};
