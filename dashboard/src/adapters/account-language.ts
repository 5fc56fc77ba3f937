import { ask, nothing } from '../access/access-api.js';
import type { Session } from '../state/session.js';
import { language } from '../texts/index.js';
import { isLanguage, type Language } from '../texts/language.js';
import { chosenLanguage, rememberLanguage } from './language-storage.js';

/** Has the owner of the account told in this language; the page may be left at once. */
export const tellIn = (chosen: Language): void => {
  const body = { language: chosen };
  void ask({ method: 'PUT', path: 'session/language', body, keepalive: true, read: nothing });
};

let isAgreed = false;

/**
 * Brings page and account to one language, once: an account without one gets that of the page, and a
 * browser in which none was ever chosen takes that of the account.
 */
export const agreeOnLanguage = ({ kind, language: told }: Session): void => {
  if (isAgreed || kind !== 'account') return;
  isAgreed = true;
  if (told === null) tellIn(language);
  else if (told !== language && isLanguage(told) && chosenLanguage() === undefined) {
    rememberLanguage(told);
    // A browser that refuses storage would come back as it was.
    if (chosenLanguage() === told) location.reload();
  }
};
