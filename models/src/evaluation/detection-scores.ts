import type { Matching } from './match-detections.js';

/** How well a detector finds people. */
export interface DetectionScores {
  readonly frames: number;
  /** Share of the detections that found somebody, 0 to 1. */
  readonly precision: number;
  /** Share of the people who were found, 0 to 1. */
  readonly recall: number;
  /** 2·precision·recall / (precision + recall), 0 to 1. */
  readonly f1: number;
  /** Mean of |detections − people| over frames, persons. */
  readonly countMae: number;
}

/** Hits, false alarms and misses, of one frame or added over many. */
export interface Tally {
  readonly hits: number;
  readonly falseAlarms: number;
  readonly misses: number;
}

export const tally = ({ hits, falseAlarms, misses }: Matching): Tally => ({
  hits: hits.length,
  falseAlarms: falseAlarms.length,
  misses: misses.length,
});

/** Nothing found where nobody is, is faultless: the share of nothing is 1. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** F1 = 2·hits / (2·hits + false alarms + misses); 1 for an empty frame left empty. */
export const f1Of = ({ hits, falseAlarms, misses }: Tally): number =>
  share(2 * hits, 2 * hits + falseAlarms + misses);

/** Scores over frames: precision, recall and F1 of the added tallies, count error per frame. */
export const detectionScores = (frames: readonly Tally[]): DetectionScores => {
  const total = { hits: 0, falseAlarms: 0, misses: 0 };
  let miscounted = 0;
  for (const { hits, falseAlarms, misses } of frames) {
    total.hits += hits;
    total.falseAlarms += falseAlarms;
    total.misses += misses;
    miscounted += Math.abs(falseAlarms - misses);
  }
  return {
    frames: frames.length,
    precision: share(total.hits, total.hits + total.falseAlarms),
    recall: share(total.hits, total.hits + total.misses),
    f1: f1Of(total),
    countMae: frames.length === 0 ? 0 : miscounted / frames.length,
  };
};
