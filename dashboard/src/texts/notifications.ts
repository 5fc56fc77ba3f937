import type { Catalogue } from './catalogue.js';
import { englishNotifications } from './english-notifications.js';
import { language } from './index.js';
import type { Language } from './language.js';

/** What a language must say on the page on which notifications are set. */
export type NotificationTexts = Catalogue<typeof englishNotifications>;

/** Those that speak it; for the others the page is English. */
const catalogues: Partial<Record<Language, () => Promise<NotificationTexts>>> = {
  en: async () => englishNotifications,
};

/** The words of that page; loaded with it, once the language is chosen. */
export const notificationTexts: NotificationTexts =
  (await catalogues[language]?.()) ?? englishNotifications;
