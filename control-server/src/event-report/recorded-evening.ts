import { ok, type PassageDefinition, toTimestamp } from '@throng/contract';
import type { RecordedTransition } from '../store/event-record.js';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import type { VenuePlan, ZonePlan } from '../venue-plan/venue-plan.js';
import type { AskedEvening } from './asked-evening.js';

/** One step of a zone, means over what was measured. */
export interface ZoneStep {
  /** On the ground that was seen. */
  readonly persons: number;
  /** m² that were seen. */
  readonly area: number;
  /** m²·s that were measured. */
  readonly areaSeconds: number;
}

/** Persons who crossed a passage in one step; `in` counts from → to. */
export interface PassageStep {
  readonly in: number;
  readonly out: number;
  readonly seconds: number;
}

/** What the store knows of an evening, step by step; null where nothing was measured. */
export interface RecordedEvening {
  readonly asked: AskedEvening;
  /** Length of a step, seconds, and how many there are. */
  readonly step: number;
  readonly steps: number;
  readonly zones: readonly {
    readonly plan: ZonePlan;
    readonly steps: readonly (ZoneStep | null)[];
  }[];
  readonly passages: readonly {
    readonly definition: PassageDefinition;
    readonly steps: readonly (PassageStep | null)[];
  }[];
  /** Of alerts that stood at some time of the evening, those from before its begin included. */
  readonly transitions: readonly RecordedTransition[];
}

type Source = Pick<MeasurementStore, 'zoneHistory' | 'passageHistory' | 'transitions'>;

/** Seconds before an evening in which alerts that stand at its begin were raised. */
const ALERTS_BEFORE = 6 * 3_600;

/** Points of a history at the steps they belong to; null elsewhere. */
const inSteps = <Point extends { readonly at: number }>(
  points: readonly Point[],
  { from }: AskedEvening,
  step: number,
  steps: number,
): (Point | null)[] => {
  const all: (Point | null)[] = Array.from({ length: steps }, () => null);
  for (const point of points) all[Math.round((point.at - from) / step)] = point;
  return all;
};

/** Reads an evening from the store. */
export const readEvening = async (
  store: Source,
  plan: VenuePlan,
  asked: AskedEvening,
  step: number,
): Promise<StoreResult<RecordedEvening>> => {
  const { from, to } = asked;
  const steps = Math.round((to - from) / step);
  const zones: RecordedEvening['zones'][number][] = [];
  for (const zone of plan.zones) {
    const points = await store.zoneHistory({ zone: zone.definition.id, from, to, step });
    if (!points.ok) return points;
    zones.push({ plan: zone, steps: inSteps(points.value, asked, step, steps) });
  }
  const passages: RecordedEvening['passages'][number][] = [];
  for (const definition of plan.venue.passages) {
    const points = await store.passageHistory({ passage: definition.id, from, to, step });
    if (!points.ok) return points;
    passages.push({ definition, steps: inSteps(points.value, asked, step, steps) });
  }
  const period = { from: (from - ALERTS_BEFORE) * 1_000, to: to * 1_000 };
  const transitions = await store.transitions(period);
  if (!transitions.ok) return transitions;
  const begin = toTimestamp(from * 1_000);
  const over = new Set(
    transitions.value.flatMap(({ alert: { clearedAt, id } }) =>
      clearedAt !== null && clearedAt < begin ? [id] : [],
    ),
  );
  return ok({
    ...{ asked, step, steps, zones, passages },
    transitions: transitions.value.filter(({ alert }) => !over.has(alert.id)),
  });
};
