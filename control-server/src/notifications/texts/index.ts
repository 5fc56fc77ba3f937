import type { Language } from '../../language.js';
import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import type { NotificationTexts } from './notification-texts.js';
import { spanish } from './spanish.js';

const catalogues: Readonly<Record<Language, NotificationTexts>> = {
  ...{ en: english, de: german, fr: french, es: spanish },
};

/** Every sentence that leaves the server as a notification, in a language. */
export const textsIn = (language: Language): NotificationTexts => catalogues[language];
