/** A piece of a sentence: a name with what it names, or what stands between. */
export interface Piece {
  /** Where it begins. */
  readonly at: number;
  readonly words: string;
  readonly id: string | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Cuts a sentence at the names in it, the longest first: "Gate 12" is not "Gate 1" and a 2. */
export const splitAtNames = (text: string, named: readonly Named[]): Piece[] => {
  const { pattern, idOf } = searchOf(named);
  const pieces: Piece[] = [];
  let end = 0;
  const between = (until: number) => {
    if (until > end) pieces.push({ at: end, words: text.slice(end, until), id: null });
  };
  for (const { 0: words, index } of text.matchAll(pattern)) {
    between(index);
    pieces.push({ at: index, words, id: idOf.get(words) ?? null });
    end = index + words.length;
  }
  between(text.length);
  return pieces;
};

/** How names are found in any sentence. */
interface Search {
  readonly pattern: RegExp;
  readonly idOf: ReadonlyMap<string, string>;
}

/** A venue's names are looked for in hundreds of sentences a second. */
const searches = new WeakMap<readonly Named[], Search>();

const searchOf = (named: readonly Named[]): Search => {
  const known = searches.get(named);
  if (known !== undefined) return known;
  const search = searchFor(named.filter(({ name }) => name !== ''));
  searches.set(named, search);
  return search;
};

/** Matches nothing. */
const NEVER = /(?!)/gu;

/** A name that is no part of a longer word; where letter or digit goes on, a shorter one is tried. */
const searchFor = (named: readonly Named[]): Search => {
  const longestFirst = named.toSorted((a, b) => b.name.length - a.name.length);
  const names = longestFirst.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return {
    pattern:
      names.length === 0
        ? NEVER
        : new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    idOf: new Map(longestFirst.toReversed().map(({ id, name }) => [name, id])),
  };
};
