/** A code by which one box may be enrolled, once. Only a hash of its secret is kept. Times epoch ms. */
export interface OneTimeCode {
  readonly hash: string;
  readonly edge: string;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** Minutes for which a code is good. */
export const CODE_MINUTES = { byDefault: 60, least: 1, most: 7 * 24 * 60 } as const;

/** A code that has ended is remembered so long, so that whoever tries it hears what became of it. */
export const REMEMBERED_MS = 30 * 86_400_000;

/** A certificate is good from 5 minutes before it was made: a box further behind could not use it. */
export const CLOCK_TOLERANCE_MS = 4 * 60_000;

export type CodeFault =
  | 'code-unknown'
  | 'code-used'
  | 'code-expired'
  | 'code-for-another'
  | 'clock';

/** What a box says of itself: who it is, where it is set up already, and its time (epoch ms). */
export interface Box {
  readonly edge: string | undefined;
  readonly at: number;
}

/** Why a code cannot be used by a box; undefined where it can. */
export const codeFault = (
  code: OneTimeCode | undefined,
  { at, edge }: Box,
  now: number,
): CodeFault | undefined => {
  if (code === undefined) return 'code-unknown';
  if (code.usedAt !== null) return 'code-used';
  if (now >= code.expiresAt) return 'code-expired';
  if (edge !== undefined && edge !== code.edge) return 'code-for-another';
  return Math.abs(at - now) > CLOCK_TOLERANCE_MS ? 'clock' : undefined;
};
