import { wordsFor } from './words-for.js';

/** Of the standard: HTTP's and SMTP's numbers, which say more to who keeps the other side than words. */
const ANSWER = /^(?:http|smtp)-(\d{3})$/;

/** Why a message did not arrive, by the courier's code; a code of the network that has no words, as it is. */
export const deliveryFault = (
  words: Readonly<Record<string, string>>,
  answered: (status: string) => string,
  code: string,
): string => {
  const [, status] = ANSWER.exec(code) ?? [];
  return status === undefined ? (wordsFor(words, code) ?? code) : answered(status);
};
