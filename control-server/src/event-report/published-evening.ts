import type { PassageDefinition, ZoneDefinition } from '@throng/contract';
import { OUTSIDE } from '@throng/contract';
import { type AlertBands, defaultAlertBands } from '@throng/crowd';
import { passageWidth } from '../venue-plan/passage-width.js';
import type { AskedEvening } from './asked-evening.js';
import type { RecordedEvening } from './recorded-evening.js';
import { type PublishedCount, publishCount, publishTotal } from './suppression.js';

/** A zone at one step. */
export interface ZoneCell {
  readonly persons: number;
  /** Persons/m² over the ground that was seen. */
  readonly density: number;
  /** Share of ground × time of the step that was measured. */
  readonly coverage: number;
}

export interface PublishedZone {
  readonly definition: ZoneDefinition;
  /** m². */
  readonly area: number;
  readonly bands: AlertBands;
  readonly cells: readonly (ZoneCell | 'few' | null)[];
  /** Share of ground × time of the whole evening that was measured. */
  readonly known: number;
}

export interface PublishedPassage {
  readonly definition: PassageDefinition;
  /** Which of its ends is outside the venue. */
  readonly outside: 'from' | 'to' | null;
  /** Persons/s that its width is planned to carry. */
  readonly capacity: number;
  /** Persons per step; `in` counts from → to. */
  readonly in: readonly PublishedCount[];
  readonly out: readonly PublishedCount[];
  readonly totalIn: number;
  readonly totalOut: number;
  /** Share of the time that was counted. */
  readonly known: number;
}

/** An evening as it may be told: counts below k left out. */
export interface PublishedEvening {
  readonly asked: AskedEvening;
  readonly step: number;
  readonly steps: number;
  readonly k: number;
  readonly zones: readonly PublishedZone[];
  readonly passages: readonly PublishedPassage[];
  /** Persons in all zones, per step; null where too little was seen to tell. */
  readonly totals: readonly (number | null)[];
  /** Share of the venue's ground × time that was measured. */
  readonly known: number;
}

/** Planned specific flow of a passage, persons/(s·m); real doors are learnt, this is what plans use. */
export const PLANNED_FLOW = 1.37;

/** Leaves out what must not be told. @param k counts from 1 to below it are. */
export const publishEvening = (evening: RecordedEvening, k: number): PublishedEvening => {
  const { asked, step, steps } = evening;
  const zones = evening.zones.map((zone) => publishZone(zone, evening, k));
  const ground = zones.reduce((sum, { area }) => sum + area, 0);
  const seen = zones.reduce((sum, { area, known }) => sum + area * known, 0);
  return {
    ...{ asked, step, steps, k, zones },
    passages: evening.passages.map((passage) => publishPassage(passage, evening, k)),
    totals: totalsOf(evening, k),
    known: ground === 0 ? 0 : seen / ground,
  };
};

/** Share of the most ground ever seen at once that must be seen for a total: less would look like people gone. */
const ENOUGH = 0.9;

const totalsOf = ({ steps, zones }: RecordedEvening, k: number): (number | null)[] => {
  const seen = Array.from({ length: steps }, (_, at) =>
    zones.reduce((sum, zone) => sum + (zone.steps[at]?.areaSeconds ?? 0), 0),
  );
  const most = seen.reduce((a, b) => Math.max(a, b), 0);
  return seen.map((ground, at) => {
    if (ground === 0 || ground < ENOUGH * most) return null;
    return publishTotal(
      zones.map((zone) => zone.steps[at]?.persons ?? null),
      k,
    );
  });
};

const publishZone = (
  { plan: { area, definition }, steps }: RecordedEvening['zones'][number],
  { step, steps: length }: RecordedEvening,
  k: number,
): PublishedZone => {
  const measured = steps.reduce((sum, each) => sum + (each?.areaSeconds ?? 0), 0);
  return {
    ...{ area, definition, bands: definition.bands ?? defaultAlertBands(definition.kind) },
    known: Math.min(1, measured / (area * step * length)),
    cells: steps.map((each) => {
      if (each === null) return null;
      const persons = publishCount(each.persons, k);
      if (persons === 'few' || persons === null) return persons;
      const coverage = Math.min(1, each.areaSeconds / (area * step));
      return { persons, density: each.area > 0 ? persons / each.area : 0, coverage };
    }),
  };
};

const publishPassage = (
  { definition, steps }: RecordedEvening['passages'][number],
  { step, steps: length }: RecordedEvening,
  k: number,
): PublishedPassage => {
  // Of a step that was counted for less than half, a count would tell too little.
  const counted = steps.map((each) => (each !== null && each.seconds >= step / 2 ? each : null));
  const [forth, back] = [
    counted.map((each) => each?.in ?? null),
    counted.map((each) => each?.out ?? null),
  ];
  const seconds = steps.reduce((sum, each) => sum + Math.min(step, each?.seconds ?? 0), 0);
  return {
    definition,
    outside: definition.from === OUTSIDE ? 'from' : definition.to === OUTSIDE ? 'to' : null,
    capacity: PLANNED_FLOW * passageWidth(definition),
    in: forth.map((count) => publishCount(count, k)),
    out: back.map((count) => publishCount(count, k)),
    totalIn: publishTotal(forth, k),
    totalOut: publishTotal(back, k),
    known: seconds / (step * length),
  };
};
