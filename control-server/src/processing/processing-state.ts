import type { ZoneState } from '@throng/contract';
import { type Latch, latchOff } from '@throng/crowd';
import { type AlertBook, emptyBook } from '../alerting/alert-book.js';
import { type DensityAlarm, quietAlarm } from '../alerting/density-alarm.js';
import { type ForecastAlarm, noForecast } from '../alerting/forecast-alarm.js';
import { type StoreCondition, storeWorks } from '../alerting/store-alert.js';
import { type ExplanationBook, noExplanations } from '../explanation/explanation-book.js';
import type { UnexplainedLook } from '../explanation/unexplained-look.js';
import type { FlowPicture } from '../forecast/flow-picture.js';
import { type IncidentBook, noIncidents } from '../incidents/incident-book.js';
import { limitsOfZone } from '../limits-in-force/limits-of-zone.js';
import type { PassagesAhead } from '../live/passages-ahead.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import {
  type CameraCondition,
  type CameraTrack,
  unseenCamera,
} from '../venue-state/camera-track.js';
import { type DensityHistory, noHistory } from '../venue-state/density-trend.js';
import { type EdgeTrack, unseenEdge } from '../venue-state/edge-track.js';
import { noSample, type PassageSample } from '../venue-state/passage-states.js';
import {
  emptyTally,
  type PassageTally,
  type UncountedWindows,
} from '../venue-state/passage-tally.js';
import type { MovementPart } from '../venue-state/zone-movement.js';
import { zoneState } from '../venue-state/zone-state.js';

/** All that is known of a venue. Arrays are in the order of the plan; nothing in it ever changes. */
export interface ProcessingState {
  /** Epoch ms. */
  readonly startedAt: number;
  readonly edges: readonly EdgeTrack[];
  readonly cameras: readonly CameraTrack[];
  /** As of the last tick; what came since is yet to be counted. */
  readonly passages: readonly PassageTally[];
  readonly uncounted: UncountedWindows | null;
  /** As of the last tick. */
  readonly conditions: readonly CameraCondition[];
  readonly zones: readonly ZoneState[];
  readonly movements: readonly (MovementPart | undefined)[];
  readonly histories: readonly DensityHistory[];
  readonly densityAlarms: readonly DensityAlarm[];
  readonly forecasts: readonly ForecastAlarm[];
  /** How people flowed at the last look ahead; null before the first, and where it failed. */
  readonly flows: FlowPicture | null;
  /** What was last foretold of the passages; null where nothing was. */
  readonly passagesAhead: PassagesAhead | null;
  /** What passes the passages, as of the last 10 s. */
  readonly flowing: PassageSample;
  readonly cameraLatches: readonly Latch[];
  readonly store: { readonly condition: StoreCondition; readonly latch: Latch };
  /** Why zones warn or alarm, as of the look ahead before the last tick, and which of them share a cause. */
  readonly explanations: ExplanationBook;
  readonly incidents: IncidentBook;
  /** The last look ahead until the next tick, which explains it; null after that. */
  readonly unexplained: UnexplainedLook | null;
  readonly alerts: AlertBook;
}

/** A venue before its first message. */
export const initialState = (plan: VenuePlan, now: number): ProcessingState => {
  const conditions = plan.cameras.map(() => ({ state: 'never-seen', fault: null }) as const);
  return {
    startedAt: now,
    edges: plan.edges.map(() => unseenEdge),
    cameras: plan.cameras.map(() => unseenCamera),
    passages: plan.venue.passages.map(() => emptyTally),
    uncounted: null,
    conditions,
    zones: plan.zones.map((zone) =>
      zoneState(zone, undefined, conditions, [], null, limitsOfZone(zone.definition)),
    ),
    movements: plan.zones.map(() => undefined),
    histories: plan.zones.map(() => noHistory),
    densityAlarms: plan.zones.map(() => quietAlarm),
    forecasts: plan.zones.map(() => noForecast),
    flows: null,
    passagesAhead: null,
    flowing: noSample(plan),
    cameraLatches: plan.cameras.map(() => latchOff),
    store: { condition: storeWorks, latch: latchOff },
    explanations: noExplanations,
    incidents: noIncidents,
    unexplained: null,
    alerts: emptyBook,
  };
};
