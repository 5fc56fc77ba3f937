import type { UnknownReason } from '@throng/contract';
import { advanceLatch, latchOff } from '@throng/crowd';
import { forgetSilentRuns } from '../admission/agent-runs.js';
import { enterFindings, type Finding } from '../alerting/alert-book.js';
import { CAMERA_DELAYS, cameraSignal, findCamera } from '../alerting/camera-alert.js';
import { advanceAlarm, alarmBand, quietAlarm } from '../alerting/density-alarm.js';
import { findDensity } from '../alerting/density-alert.js';
import { findEdge } from '../alerting/edge-alert.js';
import { findForecast } from '../alerting/forecast-alert.js';
import { findStore, STORE_DELAYS } from '../alerting/store-alert.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { measureVenue } from '../venue-state/measure-venue.js';
import { samplePassages } from '../venue-state/passage-states.js';
import { zoneFlows } from '../venue-state/zone-flows.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';

/** A second has passed: measure the zones, judge each rule, and change the alerts that must change. */
export const processTick = (
  plan: VenuePlan,
  rules: Rules,
  previous: ProcessingState,
  now: number,
): Outcome => {
  const edges = previous.edges.map((edge) => ({ ...edge, runs: forgetSilentRuns(edge.runs, now) }));
  const measured = measureVenue(plan, rules.staleAfterSeconds, { ...previous, edges }, now);
  const flowing = samplePassages(plan, previous.flowing, previous.passages, now);
  const judged = judge(plan, rules, { ...previous, ...measured, flowing, edges }, now);
  const { book, transitions } = enterFindings(judged.alerts, findings(plan, rules, judged, now));
  return { state: { ...judged, alerts: book }, rows: { transitions }, transitions };
};

/** Ground that was measured, and may be what the alert is about. */
const LOST: ReadonlySet<UnknownReason> = new Set(['stale', 'camera-fault', 'edge-offline']);

/** Advances the delays of all rules: crowds by the time of capture, the system by the clock. */
const judge = (
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  now: number,
): ProcessingState => {
  const runningSeconds = (now - state.startedAt) / 1_000;
  const { condition, latch } = state.store;
  const storeSignal = condition.failing === null ? 'off' : 'on';
  return {
    ...state,
    densityAlarms: plan.zones.map((zone, index) => {
      const { reading = null, unknownBecause = null } = state.zones[index] ?? {};
      const observation = {
        density: reading?.density ?? null,
        at: state.histories[index]?.at ?? Number.NEGATIVE_INFINITY,
        partlyLost: unknownBecause !== null && LOST.has(unknownBecause),
      };
      const alarm = state.densityAlarms[index] ?? quietAlarm;
      return advanceAlarm(alarm, observation, zone.bands, rules.alerts);
    }),
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

/** What every rule finds now. */
function* findings(
  plan: VenuePlan,
  rules: Rules,
  state: ProcessingState,
  now: number,
): Generator<Finding> {
  for (const [index, zone] of plan.zones.entries()) {
    const [alarm, zoneNow] = [state.densityAlarms[index], state.zones[index]];
    if (alarm === undefined || zoneNow === undefined) continue;
    yield findDensity(zone, alarm, zoneNow, rules.alerts);
    const forecast = state.forecasts[index];
    if (forecast === undefined) continue;
    const flows = () => zoneFlows(plan, zone.definition.id, state.flowing.tallies, state.passages);
    yield findForecast(zone.definition.id, forecast, alarmBand(alarm) !== null, flows, now);
  }
  for (const [index, camera] of plan.cameras.entries()) {
    const [latch, condition] = [state.cameraLatches[index], state.conditions[index]];
    const measuredEnd = state.cameras[index]?.measuredEnd ?? Number.NEGATIVE_INFINITY;
    if (latch !== undefined && condition !== undefined) {
      yield findCamera(camera, latch, condition, measuredEnd, now);
    }
  }
  for (const [index, edge] of plan.edges.entries()) {
    yield findEdge(edge, state.edges[index]?.runs ?? [], now);
  }
  yield findStore(state.store.latch, state.store.condition, now);
}
