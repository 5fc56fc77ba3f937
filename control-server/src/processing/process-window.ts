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
import { type Effects, refusedFor } from './outcome.js';
import type { Rules } from './rules.js';
import type { StateDraft } from './state-draft.js';
import { deliveryRow, windowRows } from './window-rows.js';

/** Admits one window, and moves its camera on where it is live. Zones and passages follow at the next tick. */
export const enterWindow = (
  plan: VenuePlan,
  rules: Rules,
  draft: StateDraft,
  window: MeasurementWindow,
  now: number,
): Effects => {
  const unfit = refusedAtSight(plan, rules, window, now);
  if (unfit !== undefined) return refusedFor(unfit);

  const edgeIndex = plan.edgeIndex.get(window.edge) ?? 0;
  const edge = draft.edge(edgeIndex) ?? unseenEdge;
  // What comes from a spool proves nothing of who runs now (MW10).
  const fromSpool = window.late === true;
  const runs = fromSpool ? edge.runs : observeRun(edge.runs, window.bootId, windowEnd(window), now);
  if (!fromSpool && conflictingRuns(runs) !== undefined) {
    draft.putEdge(edgeIndex, { ...edge, runs });
    return refuseDuplicateEdge(draft, window.edge, runs, now);
  }

  const cameraIndex = plan.cameraIndex.get(window.camera) ?? 0;
  const camera = draft.camera(cameraIndex) ?? unseenCamera;
  const admission = admitWindow(camera.deliveries, rules, window, now);
  const isLive = admission.kind === 'live';
  draft.putEdge(edgeIndex, { ...edge, runs, status: isLive ? 'online' : edge.status });
  if (admission.kind === 'refused') return refusedFor(admission.refusal);

  const { deliveries, entered } = admission;
  const rows = { ...windowRows(window), deliveries: [deliveryRow(window.camera, entered, now)] };
  if (!isLive) {
    draft.putCamera(cameraIndex, { ...camera, deliveries });
    return { rows, transitions: [], late: true };
  }
  draft.putCamera(cameraIndex, withLiveWindow(camera, window, deliveries));
  draft.putUncounted(withUncounted(draft.uncounted, window));
  return { rows, transitions: [] };
};

/** Neither agent can be told from the other, so neither is believed, and staff hear of it at once. */
const refuseDuplicateEdge = (
  draft: StateDraft,
  edge: string,
  runs: readonly AgentRun[],
  now: number,
): Effects => {
  const { book, transitions } = enterFindings(draft.alerts, [findEdge(edge, runs, now)]);
  draft.putAlerts(book);
  const message = `two agents call themselves "${edge}"; rename one of them`;
  return { rows: { transitions }, transitions, refusal: refuse('duplicate-edge', message) };
};
