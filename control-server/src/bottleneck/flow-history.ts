import type { FlowPicture } from '../forecast/flow-picture.js';

/** Looks from one sample to the next, and samples that are kept: one a minute, ten minutes. */
const SAMPLE_LOOKS = 6;
const SAMPLES = 10;

/** Fewer samples tell nothing of what is usual. */
const LEAST_SAMPLES = 3;

/**
 * The flows of the last ten minutes, one sample a minute of the 2-minute means (persons per tick
 * and edge). The samples are the pictures' own arrays, which never change: nothing is copied.
 */
export interface FlowHistory {
  readonly samples: readonly Float64Array[];
  /** Looks since the newest sample. */
  readonly looks: number;
}

export const noHistory: FlowHistory = { samples: [], looks: 0 };

/** The history after a look; a forecast that failed has to learn its flows anew. */
export const withFlows = (history: FlowHistory, flows: FlowPicture | null): FlowHistory => {
  if (flows === null) return noHistory;
  const looks = history.looks + 1;
  if (looks < SAMPLE_LOOKS) return { ...history, looks };
  return { samples: [...history.samples, flows.slow].slice(-SAMPLES), looks: 0 };
};

const ofEdge = ({ samples }: FlowHistory, edge: number): number[] =>
  samples.map((flows) => flows[edge] ?? 0).sort((a, b) => a - b);

/** Median flow of the last ten minutes, persons per tick; undefined until that is known. */
export const usualFlow = (history: FlowHistory, edge: number): number | undefined => {
  const flows = ofEdge(history, edge);
  if (flows.length < LEAST_SAMPLES) return undefined;
  const half = flows.length >> 1;
  const upper = flows[half] ?? 0;
  return flows.length % 2 === 1 ? upper : ((flows[half - 1] ?? 0) + upper) / 2;
};

/** The most that passed within the last ten minutes, persons per tick. */
export const recentBest = (history: FlowHistory, edge: number): number =>
  ofEdge(history, edge).at(-1) ?? 0;
