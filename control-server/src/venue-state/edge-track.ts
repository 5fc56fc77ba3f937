import { type EdgeHealth, type EdgeState, type EdgeStatus, fromTimestamp } from '@throng/contract';
import type { AgentRun } from '../admission/agent-runs.js';

/** All that is kept of one edge. */
export interface EdgeTrack {
  readonly status: EdgeState['status'];
  readonly clockSkew: number | null;
  readonly health: EdgeHealth | null;
  /** Runs of an agent under this id that were heard lately. */
  readonly runs: readonly AgentRun[];
}

export const unseenEdge: EdgeTrack = {
  status: 'never-seen',
  clockSkew: null,
  health: null,
  runs: [],
};

export const withStatus = (edge: EdgeTrack, status: EdgeStatus): EdgeTrack =>
  edge.status === status ? edge : { ...edge, status };

/**
 * The edge after a health report. One that the broker had retained is old news: it says nothing of
 * the clock, nor that the edge is there. Skew = its clock − ours, seconds, transport included.
 */
export const withHealth = (
  edge: EdgeTrack,
  health: EdgeHealth,
  retained: boolean,
  now: number,
): EdgeTrack =>
  retained
    ? { ...edge, health: edge.health ?? health }
    : { ...edge, health, status: 'online', clockSkew: (fromTimestamp(health.at) - now) / 1_000 };

/** What the live channel shows of the edge; its cameras are shown on their own. */
export const edgeState = (id: string, edge: EdgeTrack): EdgeState => {
  if (edge.health === null) {
    return { edge: id, status: edge.status, clockSkew: edge.clockSkew, health: null };
  }
  const { cameras: _, ...health } = edge.health;
  return { edge: id, status: edge.status, clockSkew: edge.clockSkew, health };
};
