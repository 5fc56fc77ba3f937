import type { Catalogue } from './catalogue.js';
import { englishSteward } from './english-steward.js';
import type { Language } from './language.js';

/** What a language must say on the steward's page. */
export type StewardTexts = Catalogue<typeof englishSteward>;

/** Those that speak it; the page is English for the others as a whole, never a mixture. */
const catalogues: Partial<Record<Language, () => Promise<StewardTexts>>> = {
  en: async () => englishSteward,
};

/** The words of the steward's page. */
export let stewardTexts: StewardTexts = englishSteward;

/** The language that the page will speak, of the one preferred; its words are then at hand. */
export const loadStewardTexts = async (preferred: Language): Promise<Language> => {
  const load = catalogues[preferred];
  if (load === undefined) return 'en';
  stewardTexts = await load();
  return preferred;
};
