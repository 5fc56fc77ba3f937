const NO_BREAK = '\u00a0';
const NARROW_NO_BREAK = '\u202f';

/** The languages that the page speaks, each with its name in itself and how it writes numbers and times. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', day: 'd', beforePercent: NO_BREAK },
  de: { name: 'Deutsch', locale: 'de-DE', day: 'd', beforePercent: NO_BREAK },
  fr: { name: 'Français', locale: 'fr-FR', day: 'j', beforePercent: NARROW_NO_BREAK },
  es: { name: 'Español', locale: 'es-ES', day: 'd', beforePercent: NO_BREAK },
} as const;
export type Language = keyof typeof languages;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** The first language that the page speaks among those a reader prefers (`de-CH`, `fr`), or English. */
export const languageFor = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
