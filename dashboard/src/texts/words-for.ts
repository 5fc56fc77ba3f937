/** The words for a code that came from outside; undefined where the catalogue has none. */
export const wordsFor = (
  words: Readonly<Record<string, string>>,
  code: string,
): string | undefined => (Object.hasOwn(words, code) ? words[code] : undefined);
