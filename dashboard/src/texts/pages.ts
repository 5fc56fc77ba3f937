import type { PageTexts } from './english-pages.js';
import { language } from './index.js';
import type { Language } from './language.js';

const catalogues: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: async () => (await import('./english-pages.js')).englishPages,
  de: async () => (await import('./german/pages.js')).germanPages,
  fr: async () => (await import('./french/pages.js')).frenchPages,
  es: async () => (await import('./spanish/pages.js')).spanishPages,
};

let loaded: PageTexts | undefined;

/** Has the words of the pages beside the live one at hand; each such page waits for them. */
export const loadPageTexts = async (): Promise<void> => {
  loaded ??= await catalogues[language]();
};

/** The words of one of these pages. */
export const pageTexts = <Page extends keyof PageTexts>(page: Page): PageTexts[Page] => {
  if (loaded === undefined) throw new Error('A page is shown before its words were loaded.');
  return loaded[page];
};
