import { type Box, type Detection, overlap } from '@throng/inference';

/** A picture's detections beside its people. */
export interface Matching {
  /** Detections that found somebody. */
  readonly hits: readonly Detection[];
  /** Detections that found nobody, or somebody found already. */
  readonly falseAlarms: readonly Detection[];
  /** People whom nobody found. */
  readonly misses: readonly Box[];
}

/**
 * Greedy matching: the surest detection chooses first, and takes the person it overlaps most among
 * those still free, if that is `leastOverlap` or more. Each person is taken once.
 * Source: the PASCAL VOC protocol, without its "difficult" objects.
 */
export const matchDetections = (
  detections: readonly Detection[],
  people: readonly Box[],
  leastOverlap: number,
): Matching => {
  const free = new Set(people);
  const hits: Detection[] = [];
  const falseAlarms: Detection[] = [];
  for (const detection of [...detections].sort((a, b) => b.score - a.score)) {
    let best: Box | undefined;
    let bestOverlap = 0;
    for (const person of free) {
      const shared = overlap(detection, person);
      if (shared >= leastOverlap && shared > bestOverlap) {
        best = person;
        bestOverlap = shared;
      }
    }
    if (best === undefined) falseAlarms.push(detection);
    else {
      free.delete(best);
      hits.push(detection);
    }
  }
  return { hits, falseAlarms, misses: [...free] };
};
