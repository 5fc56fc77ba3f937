import { isLanguage, type Language, languageFor } from '../texts/language.js';

const KEY = 'throng.language';

/** The language chosen on an earlier visit; undefined where none was. */
export const chosenLanguage = (): Language | undefined => {
  try {
    const value = localStorage.getItem(KEY);
    return value !== null && isLanguage(value) ? value : undefined;
  } catch {
    // A browser that refuses storage goes by its preferences.
    return undefined;
  }
};

/** The one chosen, or the first that the browser prefers and the page speaks. */
export const rememberedLanguage = (): Language =>
  chosenLanguage() ?? languageFor(navigator.languages);

export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The page is then loaded anew in the language that the browser prefers.
  }
};
