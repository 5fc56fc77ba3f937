import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { type Answered, ask } from '../access/access-api.js';
import type { SentCount } from './clicker.js';

const Place = Type.Union([
  Type.Object({ kind: Type.Literal('zone'), zone: Type.String(), persons: Type.Number() }),
  Type.Object({
    kind: Type.Literal('passage'),
    passage: Type.String(),
    in: Type.Number(),
    out: Type.Number(),
  }),
]);

const Judged = Type.Object({
  id: Type.String(),
  enteredBy: Type.String(),
  to: Type.String(),
  counted: Place,
  persons: Type.Union([Type.Number(), Type.Null()]),
  ratio: Type.Union([Type.Number(), Type.Null()]),
  uncertainty: Type.Number(),
  verdict: Type.String(),
  cameras: Type.Array(Type.String()),
});
/** A count by hand beside the cameras'. */
export type JudgedCount = Type.Static<typeof Judged>;

const isJudged = Compile(Judged);
const areJudged = Compile(Type.Array(Judged));
const Kept = Compile(
  Type.Array(
    Type.Object({ id: Type.String(), from: Type.String(), to: Type.String(), counted: Place }),
  ),
);

export const latestCounts = (): Promise<Answered<readonly JudgedCount[]>> =>
  ask({ path: 'hand-counts', read: (answer) => (areJudged.Check(answer) ? answer : undefined) });

export const sendCount = (body: SentCount): Promise<Answered<JudgedCount>> =>
  ask({
    ...{ method: 'POST' as const, path: 'hand-counts', body },
    read: (answer) => (isJudged.Check(answer) ? answer : undefined),
  });

const KEY = 'throng.steward.counts';

/** Counts that nobody has heard of yet. */
export const keptCounts = (): readonly SentCount[] => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Kept.Check(value) ? value : [];
  } catch {
    return [];
  }
};

export const keepCounts = (counts: readonly SentCount[]): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify(counts));
  } catch {
    // They last as long as the page.
  }
};
