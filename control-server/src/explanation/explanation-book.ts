import type { Explanation } from '@throng/contract';
import { type FlowHistory, noHistory } from '../bottleneck/flow-history.js';

/** The explanations that stand, and what they need to know of the past. */
export interface ExplanationBook {
  /** By zone: of those that warn or alarm, and have been explained. */
  readonly byZone: ReadonlyMap<number, Explanation>;
  readonly history: FlowHistory;
  /** Edges of doors that were named, for as long as people wait before them. */
  readonly named: ReadonlySet<number>;
  /** Zones that were due at the last look and have to wait for a later one. */
  readonly putOff: number;
}

export const noExplanations: ExplanationBook = {
  byZone: new Map(),
  history: noHistory,
  named: new Set(),
  putOff: 0,
};
