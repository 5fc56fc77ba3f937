import * as Type from 'typebox';
import { Compile } from 'typebox/compile';

const ActKind = Type.Union([Type.Literal('on-it'), Type.Literal('help')]);
export type ActKind = Type.Static<typeof ActKind>;

const KeptAct = Type.Object({
  alert: Type.String(),
  kind: ActKind,
  /** Epoch milliseconds. */
  tappedAt: Type.Number(),
});
/** Something tapped that the server does not know of yet. */
export type KeptAct = Type.Static<typeof KeptAct>;

const isList = Compile(Type.Array(KeptAct));

/** Milliseconds after which an act says nothing of now any more: it is refused instead of sent. */
export const TOO_OLD = 600_000;

/** Milliseconds after which it is told that the act is older than it looks. */
export const LATE = 30_000;

const MOST = 50;

/** The acts with another; tapping twice is tapping once. The oldest gives way. */
export const withAct = (acts: readonly KeptAct[], act: KeptAct): readonly KeptAct[] =>
  acts.some(({ alert, kind }) => alert === act.alert && kind === act.kind)
    ? acts
    : [...acts, act].slice(-MOST);

export const withoutAct = (acts: readonly KeptAct[], act: KeptAct): readonly KeptAct[] =>
  acts.filter((each) => each !== act);

export const isTooOld = ({ tappedAt }: KeptAct, now: number): boolean => now - tappedAt > TOO_OLD;

/** What was stored, by whatever release; nothing where it makes no sense. */
export const readActs = (text: string | null): readonly KeptAct[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return isList.Check(value) ? value : [];
  } catch {
    return [];
  }
};
