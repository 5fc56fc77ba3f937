/** Pixels from the middle of a mark, x to the right and y downwards. */
export type Offset = readonly [number, number];

/** Something that a plate should leave in sight. */
export interface Sight {
  /** A label of a zone is never covered; an arrow is where there is no other place. */
  readonly kind: 'label' | 'arrow';
  /** Its middle, metres. */
  readonly x: number;
  readonly y: number;
  /** Half of its width and height, pixels. */
  readonly half: Offset;
}

/** Pixels of a letter and of a line of the plate: enough to tell whether it fits. */
const LETTER = 7.6;
const LINE = 14;

/** Half of the width and height of a plate with these lines, pixels. */
export const plateHalf = (lines: readonly string[]): Offset => {
  const longest = Math.max(...lines.map(({ length }) => length));
  return [(longest * LETTER) / 2 + 6, (lines.length * LINE) / 2 + 4];
};

/** Where a mark lies and what it would say, most of it first. */
export interface Mark {
  /** Metres. */
  readonly middle: readonly [number, number];
  /** Metres per pixel. */
  readonly resolution: number;
  readonly lines: readonly string[];
  readonly sights: readonly Sight[];
}

/**
 * Where a plate covers nothing, and how many of its lines have room there: all of them or the first;
 * null where even that one would cover a zone's label, whose figure matters more.
 */
export const freeRoom = (
  { lines, middle: [middleX, middleY], resolution, sights }: Mark,
  places: (half: Offset) => readonly Offset[],
): { readonly place: Offset; readonly lines: readonly string[] } | null => {
  const covers = (half: Offset, [x, y]: Offset, sight: Sight): boolean =>
    Math.abs(x - (sight.x - middleX) / resolution) < half[0] + sight.half[0] &&
    Math.abs(y - (middleY - sight.y) / resolution) < half[1] + sight.half[1];
  const labels = sights.filter(({ kind }) => kind === 'label');
  for (const kept of [sights, labels]) {
    for (const words of [lines, lines.slice(0, 1)]) {
      const half = plateHalf(words);
      const place = places(half).find((each) => !kept.some((sight) => covers(half, each, sight)));
      if (place !== undefined) return { place, lines: words };
    }
  }
  return null;
};
