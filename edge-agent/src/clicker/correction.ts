import type { FusedCells } from '../stages/fuse-cells.js';

/** What hand counts say of a camera's counts. */
export interface Correction {
  /** What the models' counts are multiplied with. */
  readonly factor: number;
  /** Relative standard deviation that is left, s of σ² = (s·n)² + n + σ₀². */
  readonly relative: number;
  /** Hand counts behind it. */
  readonly counts: number;
  /** When the last of them was entered, milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
}

/**
 * The cells as hand counts correct them: n′ = g·n, the shared error s·n′ with the s that was found
 * on this site instead of the models' own, and each cell's own variance times g².
 */
export const applyCorrection = (
  fused: FusedCells,
  correction: Correction | undefined,
): FusedCells => {
  if (correction === undefined) return fused;
  const { factor, relative } = correction;
  const persons = fused.persons.map((count) => count * factor);
  return {
    ...fused,
    persons,
    shared: persons.map((count) => count * relative),
    own: fused.own.map((variance) => variance * factor ** 2),
  };
};
