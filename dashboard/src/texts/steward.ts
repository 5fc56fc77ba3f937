import { englishSteward, type StewardTexts } from './english-steward.js';
import type { Language } from './language.js';

const catalogues: Readonly<Record<Language, () => Promise<StewardTexts>>> = {
  en: async () => englishSteward,
  de: async () => (await import('./german/steward.js')).germanSteward,
  fr: async () => (await import('./french/steward.js')).frenchSteward,
  es: async () => (await import('./spanish/steward.js')).spanishSteward,
};

/** The words of the steward's page. */
export let stewardTexts: StewardTexts = englishSteward;

/**
 * The language that the page will speak, of the one preferred; its words are then at hand. English
 * as a whole, never a mixture, where a catalogue cannot be loaded.
 */
export const loadStewardTexts = async (preferred: Language): Promise<Language> => {
  try {
    stewardTexts = await catalogues[preferred]();
    return preferred;
  } catch {
    return 'en';
  }
};
