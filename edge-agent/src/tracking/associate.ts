import { distance } from '@throng/crowd';
import { type Box, overlap } from '@throng/inference';
import { assign } from './assign.js';
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

/** Standard deviation of where a body is about its point, metres: no measurement is surer than that. */
const BODY = 0.1;

/** How much overlap of the boxes counts beside nearness on the ground. */
const OVERLAP_SHARE = 0.5;

/**
 * What it costs to take a sighting for a track: the squared standard distance on the ground in
 * shares of the gate, mixed with what the boxes lack in overlap; 0 (the same) to 1, or undefined
 * where it cannot be.
 */
export const pairCost = ({ expected, box }: Candidate, sighting: Sighting): number | undefined => {
  if (distance(expected.place, sighting.place) > FARTHEST) return undefined;
  const own = sighting.sigma ** 2 + BODY ** 2;
  const standard =
    (expected.place.x - sighting.place.x) ** 2 / (expected.variance.x + own) +
    (expected.place.y - sighting.place.y) ** 2 / (expected.variance.y + own);
  if (standard > GATE) return undefined;
  return (1 - OVERLAP_SHARE) * (standard / GATE) + OVERLAP_SHARE * (1 - overlap(box, sighting.box));
};

/** Takes sightings for tracks, so that the total cost is least. */
export const associate = (
  candidates: readonly Candidate[],
  sightings: readonly Sighting[],
): Association => {
  const costs = candidates.map((candidate) =>
    sightings.map((sighting) => pairCost(candidate, sighting)),
  );
  const pairs = assign(costs).flatMap(([row, column]): [Candidate, Sighting][] => {
    const [candidate, sighting] = [candidates[row], sightings[column]];
    return candidate && sighting ? [[candidate, sighting]] : [];
  });
  const followed = new Set(pairs.map(([candidate]) => candidate));
  const taken = new Set(pairs.map(([, sighting]) => sighting));
  return {
    pairs,
    lost: candidates.filter((candidate) => !followed.has(candidate)),
    fresh: sightings.filter((sighting) => !taken.has(sighting)),
  };
};
