import { englishNotifications, type NotificationTexts } from './english-notifications.js';
import { language } from './index.js';
import type { Language } from './language.js';

const catalogues: Readonly<Record<Language, () => Promise<NotificationTexts>>> = {
  en: async () => englishNotifications,
  de: async () => (await import('./german/notifications.js')).germanNotifications,
  fr: async () => (await import('./french/notifications.js')).frenchNotifications,
  es: async () => (await import('./spanish/notifications.js')).spanishNotifications,
};

/** The words of that page; loaded with it, once the language is chosen. */
export const notificationTexts: NotificationTexts = await catalogues[language]();
