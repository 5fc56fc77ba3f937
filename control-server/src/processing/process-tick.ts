import type { ZoneLimits } from '@throng/contract';
import { advanceLatch, latchOff } from '@throng/crowd';
import { forgetSilentRuns } from '../admission/agent-runs.js';
import { enterFindings, enterTransitions, type Finding } from '../alerting/alert-book.js';
import {
  CAMERA_DELAYS,
  cameraSignal,
  cameraSubject,
  findCamera,
} from '../alerting/camera-alert.js';
import { alarmBand } from '../alerting/density-alarm.js';
import { densitySubject, findDensity } from '../alerting/density-alert.js';
import { findEdge } from '../alerting/edge-alert.js';
import { standingWarning } from '../alerting/forecast-alarm.js';
import { findForecast, forecastSubject } from '../alerting/forecast-alert.js';
import { findStore, STORE_DELAYS } from '../alerting/store-alert.js';
import { explainLastLook } from '../explanation/explain-last-look.js';
import { advanceHandling } from '../lifecycle/advance-handling.js';
import { limitsAt } from '../limits-in-force/limits-at.js';
import { ofPlan } from '../venue-plan/of-plan.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { measureVenue } from '../venue-state/measure-venue.js';
import { samplePassages } from '../venue-state/passage-states.js';
import { countCrossings } from '../venue-state/passage-tally.js';
import { zoneFlows } from '../venue-state/zone-flows.js';
import { causedFinding } from './caused-finding.js';
import { judgeCrowds } from './judge-crowds.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';

/** A second has passed: explain the last look ahead, measure the zones, judge each rule, and change the alerts that must change. */
export const processTick = (
  plan: VenuePlan,
  rules: Rules,
  last: ProcessingState,
  now: number,
): Outcome => {
  const previous = explainLastLook(plan, rules, last);
  const edges = previous.edges.map((edge) => ({ ...edge, runs: forgetSilentRuns(edge.runs, now) }));
  const limits = limitsAt(plan, rules.alerts, now);
  const passages = countCrossings(plan, previous.passages, previous.uncounted);
  const before = { ...previous, edges, passages, uncounted: null };
  const measured = measureVenue(plan, rules.staleAfterSeconds, limits, before, now);
  const flowing = samplePassages(plan, previous.flowing, passages, now);
  const judged = judge(plan, rules, { ...before, ...measured, flowing }, limits, now);
  const found = enterFindings(judged.alerts, findings(plan, rules, judged, limits, now));
  const { unansweredAfterSeconds } = rules.alerts;
  const handled = [...advanceHandling(found.book, unansweredAfterSeconds, now)];
  const alerts = enterTransitions(found.book, handled);
  const transitions = [...found.transitions, ...handled.map(({ transition }) => transition)];
  return { state: { ...judged, alerts }, rows: { transitions }, transitions };
};

/** Advances the delays of all rules: crowds by the time of capture, the system by the clock. */
const judge = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  limits: readonly ZoneLimits[],
  now: number,
): ProcessingState => {
  const runningSeconds = (now - state.startedAt) / 1_000;
  const { condition, latch } = state.store;
  const storeSignal = condition.failing === null ? 'off' : 'on';
  return {
    ...state,
    densityAlarms: judgeCrowds(plan, rules, state, limits, now),
    cameraLatches: state.conditions.map((camera, index) =>
      advanceLatch(
        state.cameraLatches[index] ?? latchOff,
        cameraSignal(camera, runningSeconds),
        now,
        CAMERA_DELAYS,
      ),
    ),
    store: { condition, latch: advanceLatch(latch, storeSignal, now, STORE_DELAYS) },
  };
};

/** What alerts of zones and cameras are about, in the order of the plan. */
const subjectsOf = ofPlan(({ cameras, zones }) => ({
  cameras: cameras.map(({ definition }) => cameraSubject(definition.id)),
  densities: zones.map(({ definition }) => densitySubject(definition.id)),
  forecasts: zones.map(({ definition }) => forecastSubject(definition.id)),
}));

/** What the rules find now, where anything is wrong or an alert is still active. */
function* findings(
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  limits: readonly ZoneLimits[],
  now: number,
): Generator<Finding> {
  const subjects = subjectsOf(plan);
  const isActive = (subject = ''): boolean => state.alerts.active.has(subject);
  for (const [index, zone] of plan.zones.entries()) {
    const alarm = state.densityAlarms[index];
    const zoneNow = state.zones[index];
    const inForce = limits[index];
    if (alarm === undefined || zoneNow === undefined || inForce === undefined) continue;
    const { id } = zone.definition;
    const hasPassed = alarmBand(alarm) !== null;
    if (hasPassed || isActive(subjects.densities[index])) {
      const density = findDensity(zone, alarm, zoneNow, inForce, rules.alerts, now);
      yield causedFinding(density, state, index, id);
    }
    const forecast = state.forecasts[index];
    if (forecast === undefined) continue;
    const warns = !hasPassed && standingWarning(forecast, now) !== null;
    if (!warns && !isActive(subjects.forecasts[index])) continue;
    const flows = () => zoneFlows(plan, id, state.flowing.tallies, state.passages);
    yield causedFinding(findForecast(id, forecast, hasPassed, flows, now), state, index, id);
  }
  for (const [index, camera] of plan.cameras.entries()) {
    const latch = state.cameraLatches[index];
    const condition = state.conditions[index];
    if (latch === undefined || condition === undefined) continue;
    if (!latch.on && !isActive(subjects.cameras[index])) continue;
    const measuredEnd = state.cameras[index]?.measuredEnd ?? Number.NEGATIVE_INFINITY;
    yield findCamera(camera, latch, condition, measuredEnd, now);
  }
  for (const [index, edge] of plan.edges.entries()) {
    yield findEdge(edge, state.edges[index]?.runs ?? [], now);
  }
  yield findStore(state.store.latch, state.store.condition, now);
}
