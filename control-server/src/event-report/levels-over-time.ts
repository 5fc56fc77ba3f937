import { levelOfService } from '@throng/crowd';
import { SHOWN_LEVELS, type ShownLevel } from '../charts/level-colour.js';
import type { Stretch } from '../charts/strip-chart.js';
import type { PublishedEvening, PublishedZone } from './published-evening.js';

/** The level of each step. */
export const levelsOf = ({ cells, definition }: PublishedZone): ShownLevel[] =>
  cells.map((cell) => {
    if (cell === null) return 'unknown';
    return cell === 'few' ? 'few' : levelOfService(definition.kind, cell.density);
  });

/** The same, with equal neighbours joined; epoch ms. */
export const levelStretches = (
  zone: PublishedZone,
  { asked, step }: Pick<PublishedEvening, 'asked' | 'step'>,
): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const [index, level] of levelsOf(zone).entries()) {
    const from = (asked.from + index * step) * 1_000;
    const last = stretches.at(-1);
    const joins = last?.level === level;
    const stretch = { from: joins ? last.from : from, to: from + step * 1_000, level };
    if (joins) stretches[stretches.length - 1] = stretch;
    else stretches.push(stretch);
  }
  return stretches;
};

/** Share of the steps that a zone spent at each level. */
export const levelShares = (zone: PublishedZone): Record<ShownLevel, number> => {
  const levels = levelsOf(zone);
  const shareOf = (level: ShownLevel): number =>
    levels.filter((each) => each === level).length / Math.max(1, levels.length);
  const [few, a, b, c, d, e, f, unknown] = SHOWN_LEVELS.map(shareOf);
  return {
    ...{ few: few ?? 0, A: a ?? 0, B: b ?? 0, C: c ?? 0, D: d ?? 0, E: e ?? 0, F: f ?? 0 },
    unknown: unknown ?? 0,
  };
};
