import type { MeasurementWindow } from '@throng/contract';
import { admitWindow, refusedAtSight } from '../admission/admit-window.js';
import { type AgentRun, conflictingRuns, observeRun } from '../admission/agent-runs.js';
import { refuse } from '../admission/refusal.js';
import { windowEnd } from '../admission/window-time.js';
import { enterFindings } from '../alerting/alert-book.js';
import { findEdge } from '../alerting/edge-alert.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { unseenCamera, withLiveWindow } from '../venue-state/camera-track.js';
import { unseenEdge } from '../venue-state/edge-track.js';
import { withUncounted } from '../venue-state/passage-tally.js';
import { type Outcome, refused } from './outcome.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';
import { deliveryRow, windowRows } from './window-rows.js';

/** Admits one window, and moves its camera on where it is live. Zones and passages follow at the next tick. */
export const processWindow = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  window: MeasurementWindow,
  now: number,
): Outcome => {
  const unfit = refusedAtSight(plan, rules, window, now);
  if (unfit !== undefined) return refused(state, unfit);

  const edgeIndex = plan.edgeIndex.get(window.edge) ?? 0;
  const edge = state.edges[edgeIndex] ?? unseenEdge;
  // What comes from a spool proves nothing of who runs now (MW10).
  const fromSpool = window.late === true;
  const runs = fromSpool ? edge.runs : observeRun(edge.runs, window.bootId, windowEnd(window), now);
  const heard = { ...state, edges: state.edges.with(edgeIndex, { ...edge, runs }) };
  if (!fromSpool && conflictingRuns(runs) !== undefined)
    return refuseDuplicateEdge(heard, window.edge, runs, now);

  const cameraIndex = plan.cameraIndex.get(window.camera) ?? 0;
  const camera = state.cameras[cameraIndex] ?? unseenCamera;
  const admission = admitWindow(camera.deliveries, rules, window, now);
  if (admission.kind === 'refused') return refused(heard, admission.refusal);

  const { kind, deliveries, entered } = admission;
  const isLive = kind === 'live';
  const track = isLive ? withLiveWindow(camera, window, deliveries) : { ...camera, deliveries };
  return {
    state: {
      ...heard,
      edges: isLive
        ? heard.edges.with(edgeIndex, { ...edge, runs, status: 'online' })
        : heard.edges,
      cameras: heard.cameras.with(cameraIndex, track),
      uncounted: isLive ? withUncounted(heard.uncounted, window) : heard.uncounted,
    },
    rows: { ...windowRows(window), deliveries: [deliveryRow(window.camera, entered, now)] },
    transitions: [],
    ...(isLive ? {} : { late: true }),
  };
};

/** Neither agent can be told from the other, so neither is believed, and staff hear of it at once. */
const refuseDuplicateEdge = (
  state: ProcessingState,
  edge: string,
  runs: readonly AgentRun[],
  now: number,
): Outcome => {
  const { book, transitions } = enterFindings(state.alerts, [findEdge(edge, runs, now)]);
  const message = `two agents call themselves "${edge}"; rename one of them`;
  return {
    state: { ...state, alerts: book },
    rows: { transitions },
    transitions,
    refusal: refuse('duplicate-edge', message),
  };
};
