import { distance } from '@throng/crowd';
import { type Box, overlap } from '@throng/inference';
import { munkres } from 'munkres';
import type { Sighting } from './sighting.js';
import type { Expectation, Track } from './track.js';

/** A track with what is expected of it now. */
export interface Candidate {
  readonly track: Track;
  readonly expected: Expectation;
  /** Its last box, moved to where its feet are expected. */
  readonly box: Box;
}

export interface Association {
  readonly pairs: readonly (readonly [Candidate, Sighting])[];
  readonly lost: readonly Candidate[];
  readonly fresh: readonly Sighting[];
}

/** Squared standard distance within which 99 % of true pairs lie, for two coordinates (χ²). */
const GATE = 9.21;

/** Metres beyond which two places are never one person's, however unsure they are. */
const FARTHEST = 3;

/** How much overlap of the boxes counts beside nearness on the ground. */
const OVERLAP_SHARE = 0.5;

/** Stands for a pair that must not be: dearer than all that may be together. */
const FORBIDDEN = 1e6;

/**
 * What it costs to take a sighting for a track: the squared standard distance on the ground in
 * shares of the gate, mixed with what the boxes lack in overlap; 0 (the same) to 1, or undefined
 * where it cannot be.
 */
export const pairCost = ({ expected, box }: Candidate, sighting: Sighting): number | undefined => {
  if (distance(expected.place, sighting.place) > FARTHEST) return undefined;
  const own = sighting.sigma ** 2;
  const squared =
    (expected.place.x - sighting.place.x) ** 2 / (expected.variance.x + own) +
    (expected.place.y - sighting.place.y) ** 2 / (expected.variance.y + own);
  // Both certain and both in one place is nought by nought.
  const standard = Number.isNaN(squared) ? 0 : squared;
  if (standard > GATE) return undefined;
  return (1 - OVERLAP_SHARE) * (standard / GATE) + OVERLAP_SHARE * (1 - overlap(box, sighting.box));
};

/**
 * The pairs of least total cost (Kuhn–Munkres), each track and each sighting in one pair at most.
 */
export const associate = (
  candidates: readonly Candidate[],
  sightings: readonly Sighting[],
): Association => {
  if (candidates.length === 0 || sightings.length === 0) {
    return { pairs: [], lost: candidates, fresh: sightings };
  }
  const costs = candidates.map((candidate) =>
    sightings.map((sighting) => pairCost(candidate, sighting) ?? FORBIDDEN),
  );
  const pairs: [Candidate, Sighting][] = [];
  const [taken, followed] = [new Set<Sighting>(), new Set<Candidate>()];
  for (const [row, column] of munkres(costs)) {
    const [candidate, sighting] = [candidates[row], sightings[column]];
    if (candidate === undefined || sighting === undefined) continue;
    if ((costs[row]?.[column] ?? FORBIDDEN) >= FORBIDDEN) continue;
    pairs.push([candidate, sighting]);
    followed.add(candidate);
    taken.add(sighting);
  }
  return {
    pairs,
    lost: candidates.filter((candidate) => !followed.has(candidate)),
    fresh: sightings.filter((sighting) => !taken.has(sighting)),
  };
};
