/** A piece of a sentence: a name with what it names, or what stands between. */
export interface Piece {
  /** Where it begins. */
  readonly at: number;
  readonly words: string;
  readonly id: string | null;
}

/** Whether a letter or digit stands at a place: then a name there is part of a longer word. */
const isWord = (text: string, at: number): boolean => /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Cuts a sentence at the names in it, the longest first: "Gate 12" is not "Gate 1" and a 2. */
export const splitAtNames = (
  text: string,
  named: readonly { readonly id: string; readonly name: string }[],
): Piece[] => {
  const longestFirst = named.toSorted((a, b) => b.name.length - a.name.length);
  const pieces: Piece[] = [];
  let [begin, at] = [0, 0];
  const close = () => {
    if (at > begin) pieces.push({ at: begin, words: text.slice(begin, at), id: null });
  };
  while (at < text.length) {
    const found = isWord(text, at - 1)
      ? undefined
      : longestFirst.find(
          ({ name }) => text.startsWith(name, at) && !isWord(text, at + name.length),
        );
    if (found === undefined) {
      at += 1;
      continue;
    }
    close();
    pieces.push({ at, words: found.name, id: found.id });
    at += found.name.length;
    begin = at;
  }
  close();
  return pieces;
};
