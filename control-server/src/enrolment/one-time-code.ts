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

export type CodeFault = 'code-unknown' | 'code-used' | 'code-expired' | 'code-for-another';

/** Why a code cannot be used by a box that says it is `edge`; undefined where it can. */
export const codeFault = (
  code: OneTimeCode | undefined,
  edge: string | undefined,
  now: number,
): CodeFault | undefined => {
  if (code === undefined) return 'code-unknown';
  if (code.usedAt !== null) return 'code-used';
  if (now >= code.expiresAt) return 'code-expired';
  return edge === undefined || edge === code.edge ? undefined : 'code-for-another';
};
