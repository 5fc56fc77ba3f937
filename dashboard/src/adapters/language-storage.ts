import { isLanguage, type Language, languageFor } from '../texts/language.js';

const KEY = 'throng.language';

/** The language chosen on an earlier visit, or the first that the browser prefers and the page speaks. */
export const rememberedLanguage = (): Language => {
  try {
    const value = localStorage.getItem(KEY);
    if (value !== null && isLanguage(value)) return value;
  } catch {
    // A browser that refuses storage goes by its preferences.
  }
  return languageFor(navigator.languages);
};

export const rememberLanguage = (language: Language): void => {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // The page is then loaded anew in the language that the browser prefers.
  }
};
