import { Identifier, shapeOf } from '@throng/contract';
import Type from 'typebox';
import type { ZoneReading } from '../stages/measure-zones.js';

/** Milliseconds that one line sums up. */
export const LINE = 10_000;

/** Milliseconds before and after a moment in which the agent's own counts are taken for it. */
const NEAR = 15_000;

/** One line of the agent's own memory: mean persons of each zone of a camera, before correction. */
const CountLine = Type.Object(
  {
    /** Seconds since 1970-01-01T00:00:00Z at which the ten seconds began. */
    t: Type.Integer({ minimum: 0 }),
    camera: Identifier,
    zones: Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 100_000 })),
  },
  { additionalProperties: false },
);
export type CountLine = Type.Static<typeof CountLine>;

const asLine = shapeOf(CountLine);

/** Sums one camera's readings up to lines. Nothing of a person is in them, only counts. */
export class CountMeans {
  #start: number | undefined;
  #sums = new Map<string, { persons: number; readings: number }>();

  constructor(private readonly camera: string) {}

  /** Adds the readings of one frame; answers the line that they complete. */
  add(
    zones: readonly Pick<ZoneReading, 'zone' | 'persons'>[],
    factor: number,
    at: number,
  ): CountLine | undefined {
    const start = Math.floor(at / LINE) * LINE;
    const line =
      this.#start !== undefined && start > this.#start ? this.#line(this.#start) : undefined;
    this.#start = Math.max(start, this.#start ?? start);
    for (const { persons, zone } of zones) {
      const sum = this.#sums.get(zone) ?? { persons: 0, readings: 0 };
      this.#sums.set(zone, { persons: sum.persons + persons / factor, readings: sum.readings + 1 });
    }
    return line;
  }

  #line(start: number): CountLine {
    const zones = Object.fromEntries(
      [...this.#sums].map(([zone, { persons, readings }]) => [
        zone,
        Math.round((persons / readings) * 10) / 10,
      ]),
    );
    this.#sums = new Map();
    return { t: start / 1_000, camera: this.camera, zones };
  }
}

/** What the agent itself counted in a zone at a moment (ms); undefined where it does not know. */
export const measuredAt = (
  log: readonly unknown[],
  camera: string,
  zone: string,
  at: number,
): number | undefined => {
  const near = log.flatMap((entry) => {
    const line = asLine(entry);
    if (!line.ok || line.value.camera !== camera) return [];
    const middle = line.value.t * 1_000 + LINE / 2;
    return Math.abs(middle - at) <= NEAR ? (line.value.zones[zone] ?? []) : [];
  });
  return near.length === 0 ? undefined : near.reduce((sum, one) => sum + one, 0) / near.length;
};
