import {
  type Alert,
  type CameraState,
  type EdgeState,
  type GridState,
  type PassageState,
  type ShowStop,
  toTimestamp,
  type ZoneForecast,
  type ZoneState,
} from '@throng/contract';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { edgeState, unseenEdge } from '../venue-state/edge-track.js';

/** What staff may see of the venue now: the lists of a snapshot. */
export interface LiveView {
  readonly zones: readonly ZoneState[];
  /** Of each zone that was looked ahead; none where nobody does. */
  readonly forecasts: readonly ZoneForecast[];
  readonly passages: readonly PassageState[];
  readonly cameras: readonly CameraState[];
  readonly edges: readonly EdgeState[];
  readonly grids: readonly GridState[];
  /** Active ones, then those cleared lately. */
  readonly alerts: readonly Alert[];
  /** How the show stands; absent where nobody keeps that, as in a replay. */
  readonly showStop?: ShowStop;
}

export const cameraStates = (plan: VenuePlan, state: ProcessingState): CameraState[] =>
  plan.cameras.map(({ definition }, index) => {
    const { latest, health, deliveries } = state.cameras[index] ?? {};
    const end = deliveries?.newestEnd ?? Number.NEGATIVE_INFINITY;
    return {
      camera: definition.id,
      edge: definition.edge,
      state: state.conditions[index]?.state ?? 'never-seen',
      fault: state.conditions[index]?.fault ?? null,
      at: Number.isFinite(end) ? toTimestamp(end) : null,
      latency: latest?.latency ?? null,
      health: health ?? null,
    };
  });

export const edgeStates = (plan: VenuePlan, state: ProcessingState): EdgeState[] =>
  plan.edges.map((id, index) => edgeState(id, state.edges[index] ?? unseenEdge));

/** A camera that cannot be believed has no grid: its ground is unknown, not empty. */
const gridStates = (plan: VenuePlan, state: ProcessingState): GridState[] =>
  plan.cameras.map(({ definition }, index) => {
    const live = state.conditions[index]?.state === 'live';
    const grid = live ? (state.cameras[index]?.latest?.grid ?? null) : null;
    return { camera: definition.id, grid };
  });

export const zoneForecasts = ({ forecasts }: ProcessingState): ZoneForecast[] =>
  forecasts.flatMap(({ shown }) => (shown === null ? [] : [shown]));

export const allAlerts = ({ alerts }: ProcessingState): Alert[] => [
  ...alerts.active.values(),
  ...alerts.cleared,
];

export const liveView = (
  plan: VenuePlan,
  state: ProcessingState,
  showStop?: ShowStop,
): LiveView => ({
  zones: state.zones,
  forecasts: zoneForecasts(state),
  passages: state.flowing.passages,
  cameras: cameraStates(plan, state),
  edges: edgeStates(plan, state),
  grids: gridStates(plan, state),
  alerts: allAlerts(state),
  ...(showStop === undefined ? {} : { showStop }),
});
