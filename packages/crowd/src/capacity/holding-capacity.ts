import { levelLimits } from '../level-of-service/level-of-service.js';
import type { ZoneKind } from '../level-of-service/zone-kind.js';

/**
 * Persons/m² of a standing audience: 47 per 10 m².
 * Source: Guide to Safety at Sports Grounds, 6th ed., 2018; confirm before quoting.
 */
export const standingDensity = 4.7;

/**
 * Persons for whom a zone has room, by what they do there: an audience stands at up to 4.7
 * persons/m²; where people walk, climb or queue, level of service D must be kept:
 * P = A/a_D, with Fruin's least area a_D per person (see `levelLimits`).
 *
 * @param area walkable area, m².
 * @returns whole persons.
 */
export const holdingCapacity = (kind: ZoneKind, area: number): number => {
  if (kind === 'viewing') return Math.floor(area * standingDensity);
  const levelD = levelLimits[kind].find(({ level }) => level === 'D');
  return Math.floor(area / (levelD?.minArea ?? Number.POSITIVE_INFINITY));
};

/** Above this area NFPA 101 asks for so much floor per person: m², m²/person. */
export const largeFloor = { area: 930, perPerson: 0.65 } as const;

/**
 * Persons on a large floor: P = A/0.65 above 930 m²; undefined below, where the rule says nothing.
 * Source: NFPA 101, Life Safety Code, occupant load of assembly use.
 */
export const largeFloorCapacity = (area: number): number | undefined =>
  area > largeFloor.area ? Math.floor(area / largeFloor.perPerson) : undefined;
