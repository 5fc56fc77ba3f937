import type { AskedEvening } from '../../../../../control-server/src/event-report/asked-evening.js';
import type { RecordedEvening } from '../../../../../control-server/src/event-report/recorded-evening.js';
import { PLAN } from '../../support/venue.js';

/** 2026-07-04T17:00:00Z, epoch seconds. */
export const DOORS = Date.UTC(2026, 6, 4, 17) / 1_000;

export const asked = (steps: number, change: Partial<AskedEvening> = {}): AskedEvening => ({
  event: 'opening',
  name: 'Opening',
  plan: 'Concert',
  from: DOORS,
  to: DOORS + steps * 60,
  plannedEnd: DOORS + steps * 60,
  phases: [{ name: 'Doors', from: DOORS, to: DOORS + steps * 60 }],
  ...change,
});

interface Counts {
  /** Persons in each minute, by zone; null is unknown. Zones that are left out are unknown. */
  readonly zones?: Readonly<Record<string, readonly (number | null)[]>>;
  /** In and out in each minute, by passage. */
  readonly passages?: Readonly<Record<string, readonly (readonly [number, number] | null)[]>>;
}

/** An evening of the hall, minute by minute, as the store tells it: zones seen as a whole. */
export const evening = (
  steps: number,
  { passages = {}, zones = {} }: Counts,
  change: Partial<AskedEvening> = {},
): RecordedEvening => {
  const minutes = Array.from({ length: steps }, (_, index) => index);
  return {
    ...{ asked: asked(steps, change), step: 60, steps, transitions: [] },
    zones: PLAN.zones.map((plan) => ({
      plan,
      steps: minutes.map((minute) => {
        const persons = zones[plan.definition.id]?.[minute] ?? null;
        return persons === null ? null : { persons, area: plan.area, areaSeconds: plan.area * 60 };
      }),
    })),
    passages: PLAN.venue.passages.map((definition) => ({
      definition,
      steps: minutes.map((minute) => {
        const crossed = passages[definition.id]?.[minute] ?? null;
        return crossed === null ? null : { in: crossed[0], out: crossed[1], seconds: 60 };
      }),
    })),
  };
};

/** `count` times the same. */
export const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value);
