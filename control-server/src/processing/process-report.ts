import { type EdgeHealth, type EdgeStatus, fromTimestamp } from '@throng/contract';
import { observeRun } from '../admission/agent-runs.js';
import { unknownEdge } from '../admission/known-sender.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { unseenEdge, withHealth, withStatus } from '../venue-state/edge-track.js';
import { type Outcome, refused } from './outcome.js';
import type { ProcessingState } from './processing-state.js';

/** An edge came or went. */
export const processStatus = (
  plan: VenuePlan,
  state: ProcessingState,
  sender: { readonly venue: string; readonly edge: string },
  status: EdgeStatus,
): Outcome => {
  const unknown = unknownEdge(plan, sender);
  if (unknown !== undefined) return refused(state, unknown);
  const index = plan.edgeIndex.get(sender.edge) ?? 0;
  const edge = withStatus(state.edges[index] ?? unseenEdge, status);
  return { state: { ...state, edges: state.edges.with(index, edge) }, rows: {}, transitions: [] };
};

/** What an edge says of itself and its cameras. It never moves a measurement. */
export const processHealth = (
  plan: VenuePlan,
  state: ProcessingState,
  health: EdgeHealth,
  retained: boolean,
  now: number,
): Outcome => {
  const unknown = unknownEdge(plan, health);
  if (unknown !== undefined) return refused(state, unknown);
  const index = plan.edgeIndex.get(health.edge) ?? 0;
  const edge = withHealth(state.edges[index] ?? unseenEdge, health, retained, now);
  const runs = retained
    ? edge.runs
    : observeRun(edge.runs, health.bootId, fromTimestamp(health.at), now);
  const cameras = state.cameras.map((camera, cameraIndex) => {
    const definition = plan.cameras[cameraIndex]?.definition;
    if (definition?.edge !== health.edge) return camera;
    const report = health.cameras.find((each) => each.camera === definition.id);
    return report === undefined ? camera : { ...camera, health: report };
  });
  return {
    state: { ...state, edges: state.edges.with(index, { ...edge, runs }), cameras },
    rows: { health: [health] },
    transitions: [],
  };
};
