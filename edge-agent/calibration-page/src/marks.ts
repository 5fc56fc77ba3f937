import type { Draft } from '../../src/calibration/page-messages.js';

export type XY = readonly [number, number];

/** A pair as it grows: one side may not be marked yet. */
export interface PairMark {
  readonly pixel: XY | null;
  readonly ground: XY | null;
}

/** Two pixels and the metres between them; 0 metres while nobody has typed them. */
export interface SpanMark {
  readonly from: XY;
  readonly to: XY;
  readonly metres: number;
}

/** Everything that can be undone. */
export interface Marks {
  readonly pairs: readonly PairMark[];
  readonly lengths: readonly SpanMark[];
  /** Foot and head of something upright. */
  readonly standing: readonly SpanMark[];
  readonly edges: readonly (readonly XY[])[];
  readonly cameraHeight: number | null;
  readonly fieldOfView: number | null;
  readonly cameraPosition: readonly [number, number, number] | null;
  readonly headHeight: number;
  readonly distortion: Draft['distortion'] | null;
}

export type Side = 'pixel' | 'ground';

const copy = ([x, y]: XY): [number, number] => [x, y];

export const marksOf = (draft: Draft): Marks => ({
  pairs: draft.pairs.map(({ ground, pixel }) => ({ ground, pixel })),
  lengths: draft.lengths ?? [],
  standing: (draft.standing ?? []).map(({ foot, head, metres }) => ({
    from: foot,
    to: head,
    metres,
  })),
  edges: [],
  cameraHeight: draft.cameraHeight ?? draft.cameraPosition?.[2] ?? null,
  fieldOfView: draft.fieldOfView ?? null,
  cameraPosition: draft.cameraPosition ?? null,
  headHeight: draft.headHeight,
  distortion: draft.distortion ?? null,
});

/** What is complete of the marks, as the server knows it. */
export const draftOf = (marks: Marks): Draft => {
  const { cameraHeight, cameraPosition, distortion, fieldOfView, headHeight } = marks;
  const known = (spans: readonly SpanMark[]) => spans.filter(({ metres }) => metres > 0);
  const lengths = known(marks.lengths).map(({ from, metres, to }) => ({
    from: copy(from),
    to: copy(to),
    metres,
  }));
  const standing = known(marks.standing).map(({ from, metres, to }) => ({
    foot: copy(from),
    head: copy(to),
    metres,
  }));
  return {
    pairs: marks.pairs.flatMap(({ ground, pixel }) =>
      ground === null || pixel === null ? [] : [{ ground: copy(ground), pixel: copy(pixel) }],
    ),
    headHeight,
    ...(lengths.length > 0 ? { lengths } : {}),
    ...(standing.length > 0 ? { standing } : {}),
    ...(fieldOfView === null ? {} : { fieldOfView }),
    ...(distortion === null || distortion === undefined ? {} : { distortion }),
    ...(cameraPosition === null
      ? cameraHeight === null
        ? {}
        : { cameraHeight }
      : {
          cameraPosition: [cameraPosition[0], cameraPosition[1], cameraHeight ?? cameraPosition[2]],
        }),
  };
};

/** Positions in `pairs` of those that are complete: the server numbers only these. */
export const completePairs = ({ pairs }: Marks): number[] =>
  pairs.flatMap(({ ground, pixel }, index) => (ground && pixel ? [index] : []));

/** The pair that waits for this side, if there is one. */
export const waitingFor = ({ pairs }: Marks, side: Side): number =>
  pairs.findIndex((pair) => pair[side] === null);

/** Puts a point into the pair that waits for it, else begins a new one. */
export const addPoint = (marks: Marks, side: Side, at: XY): { marks: Marks; index: number } => {
  const waiting = waitingFor(marks, side);
  const index = waiting < 0 ? marks.pairs.length : waiting;
  const empty: PairMark = { pixel: null, ground: null };
  const pair = { ...(marks.pairs[index] ?? empty), [side]: at };
  const pairs = waiting < 0 ? [...marks.pairs, pair] : marks.pairs.with(index, pair);
  return { marks: { ...marks, pairs }, index };
};

export const movePoint = (marks: Marks, index: number, side: Side, at: XY): Marks => {
  const pair = marks.pairs[index];
  return pair === undefined
    ? marks
    : { ...marks, pairs: marks.pairs.with(index, { ...pair, [side]: at }) };
};

export const removePair = (marks: Marks, index: number): Marks => ({
  ...marks,
  pairs: marks.pairs.toSpliced(index, 1),
});

export type SpanKind = 'lengths' | 'standing';

export const addSpan = (marks: Marks, kind: SpanKind, span: SpanMark): Marks => ({
  ...marks,
  [kind]: [...marks[kind], span],
});

export const changeSpan = (
  marks: Marks,
  kind: SpanKind,
  index: number,
  change: Partial<SpanMark>,
): Marks => {
  const span = marks[kind][index];
  return span === undefined
    ? marks
    : { ...marks, [kind]: marks[kind].with(index, { ...span, ...change }) };
};

export const removeSpan = (marks: Marks, kind: SpanKind, index: number): Marks => ({
  ...marks,
  [kind]: marks[kind].toSpliced(index, 1),
});

/** The same marks in a picture of another size. */
export const scaleMarks = (marks: Marks, across: number, down: number): Marks => {
  const place = ([x, y]: XY): XY => [x * across, y * down];
  const span = (mark: SpanMark): SpanMark => ({
    ...mark,
    from: place(mark.from),
    to: place(mark.to),
  });
  return {
    ...marks,
    pairs: marks.pairs.map((pair) => ({ ...pair, pixel: pair.pixel && place(pair.pixel) })),
    lengths: marks.lengths.map(span),
    standing: marks.standing.map(span),
    edges: marks.edges.map((edge) => edge.map(place)),
  };
};
