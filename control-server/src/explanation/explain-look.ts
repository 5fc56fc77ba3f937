import type { AlertBands } from '@throng/crowd';
import { alarmBand, quietAlarm } from '../alerting/density-alarm.js';
import { noForecast, standingWarning } from '../alerting/forecast-alarm.js';
import { withFlows } from '../bottleneck/flow-history.js';
import type { CrowdedFrom, FlowScene } from '../bottleneck/flow-scene.js';
import { graphOf } from '../bottleneck/venue-graph.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import { LEAST_COVERAGE } from '../forecast/observe-tick.js';
import { advanceIncidents, type IncidentBook } from '../incidents/incident-book.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { advanceExplanations, type DueZone } from './explain-due.js';
import type { ExplanationBook } from './explanation-book.js';
import { stillWaitedFor, withNamed } from './named-doors.js';

/** Share of 5.4 persons/m², at which nobody can walk any more, from which a zone holds back those before it. */
const PACKED = 0.8 * 5.4;

const RANKS = ['warning', 'critical', 'emergency'] as const;

/**
 * Explains the zones that warn or alarm after a look ahead, and finds which of them share a cause.
 *
 * @param state with the alarms as they are after the look. @param bands of every zone.
 * @param now epoch ms.
 */
export const explainLook = (
  plan: VenuePlan,
  state: ProcessingState,
  bands: readonly AlertBands[],
  forecast: VenueForecast | null,
  now: number,
): { readonly explanations: ExplanationBook; readonly incidents: IncidentBook } => {
  const due = dueZones(state, now);
  const history = withFlows(state.explanations.history, forecast?.flows ?? null);
  const named = stillWaitedFor(plan, state, bands, forecast);
  const isAsked = forecast !== null && due.some(({ isForeseen }) => isForeseen);
  const question = isAsked
    ? {
        forecast,
        scene: sceneOf(plan, state, bands, forecast, history, named),
        limits: bands.map((zone, index) => limitOf(state, index, zone)),
      }
    : null;
  const explained = advanceExplanations(state.explanations, due, question, history, now);
  const explanations = { ...explained, named: withNamed(plan, named, explained.byZone) };
  const standing = due.map(({ zone }) => ({
    zone: plan.zones[zone]?.definition.id ?? '',
    explanation: explanations.byZone.get(zone),
  }));
  return { explanations, incidents: advanceIncidents(state.incidents, standing, now) };
};

/** What a zone must not pass: the limit that it has passed, or that its forecast speaks of. */
const limitOf = (state: ProcessingState, zone: number, bands: AlertBands): number => {
  const band = bandOf(state, zone);
  return band === null
    ? (state.forecasts[zone]?.shown?.ahead?.passing.limit ?? bands.warning)
    : bands[band];
};

const bandOf = ({ densityAlarms }: ProcessingState, zone: number) =>
  alarmBand(densityAlarms[zone] ?? quietAlarm);

const dueZones = (state: ProcessingState, now: number): DueZone[] =>
  state.forecasts.flatMap((forecast = noForecast, zone) => {
    const band = bandOf(state, zone);
    if (band === null && standingWarning(forecast, now) === null) return [];
    const rank = band === null ? 0 : 1 + RANKS.indexOf(band);
    return [{ zone, rank, isForeseen: forecast.shown?.ahead != null }];
  });

const sceneOf = (
  plan: VenuePlan,
  { flowing, zones }: ProcessingState,
  bands: readonly AlertBands[],
  { flows }: VenueForecast,
  history: FlowScene['history'],
  named: FlowScene['named'],
): FlowScene => ({
  graph: graphOf(plan),
  flows,
  history,
  named,
  crowded: bands.map(
    ({ critical, watch }): CrowdedFrom => ({
      waiting: watch,
      packed: Math.min(critical, PACKED),
    }),
  ),
  seenZones: zones.map(({ coverage, reading }) => reading !== null && coverage >= LEAST_COVERAGE),
  seenPassages: flowing.passages.map(({ flow }) => flow !== null),
});
