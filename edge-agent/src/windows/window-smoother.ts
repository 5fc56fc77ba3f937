import type { FrameMeasurement, WindowMeasurement } from '../stages/aggregate-frames.js';
import { meanCells, totalPersons } from '../stages/mean-cells.js';
import type { ZoneReading } from '../stages/measure-zones.js';
import { followLevel } from './follow-level.js';

/** Frames from which on a window's own median leaves a bad one out. */
const ENOUGH_FRAMES = 3;

/** Milliseconds after which what was known says nothing of now. */
const LONGEST_GAP = 10_000;

type Count = Pick<ZoneReading, 'persons' | 'sigma' | 'densityP95'>;

interface Past {
  readonly start: number;
  /** What was said last, zone by zone, with the cells. */
  readonly said: WindowMeasurement;
  /** The last frame, as it was measured. */
  readonly frame: FrameMeasurement;
}

/** The one in the middle of three. */
const middleOf = <Item>(items: readonly Item[], of: (item: Item) => number): Item | undefined =>
  items.toSorted((a, b) => of(a) - of(b))[items.length >> 1];

/**
 * Of a window with one or two frames: the middle one of what was said last and the last two
 * readings. A lone bad frame is never the middle one; a change is, with its second frame.
 */
const steady = <Item>(
  said: Item,
  before: Item | undefined,
  readings: readonly Item[],
  of: (item: Item) => number,
): Item | undefined =>
  middleOf([said, ...[...(before === undefined ? [] : [before]), ...readings].slice(-2)], of);

/**
 * Makes one calm series of a camera's windows, zone by zone. What is not steady (`steady`) changes
 * nothing; the rest is followed (`followLevel`). σ is not lowered: the errors of successive frames
 * are mostly one error. Where the level is not yet at the reading, the difference adds to it.
 */
export class WindowSmoother {
  #past: Past | undefined;

  /**
   * @param frames of the window, by capture time.
   * @param aggregated what they say together.
   * @param start of the window, milliseconds.
   */
  next(
    frames: readonly FrameMeasurement[],
    aggregated: WindowMeasurement,
    start: number,
  ): WindowMeasurement {
    const { frame: before, said, start: last } = this.#past ?? {};
    const isKnown = last !== undefined && start - last <= LONGEST_GAP;
    const smooth =
      said === undefined || !isKnown
        ? aggregated
        : this.#follow(frames, aggregated, said, before, (start - last) / 1_000);
    const frame = frames.at(-1);
    if (frame !== undefined) this.#past = { start, said: smooth, frame };
    return smooth;
  }

  #follow(
    frames: readonly FrameMeasurement[],
    aggregated: WindowMeasurement,
    said: WindowMeasurement,
    before: FrameMeasurement | undefined,
    seconds: number,
  ): WindowMeasurement {
    const isThin = frames.length < ENOUGH_FRAMES;
    const zones = aggregated.zones.map((zone, index) => {
      const level = said.zones[index];
      if (level === undefined) return zone;
      const readings = frames.flatMap<Count>((frame) => frame.zones[index] ?? []);
      const take = (of: (count: Count) => number): Count =>
        isThin ? (steady<Count>(level, before?.zones[index], readings, of) ?? zone) : zone;
      const count = take(({ persons }) => persons);
      const persons = followLevel(level.persons, count.persons, seconds);
      return {
        ...zone,
        persons,
        sigma: Math.hypot(count.sigma, persons - count.persons),
        densityP95: take(({ densityP95 }) => densityP95).densityP95,
      };
    });
    const cells = isThin
      ? steady(
          said.cells,
          before?.cells,
          frames.map((frame) => frame.cells),
          totalPersons,
        )
      : aggregated.cells;
    return { zones, cells: cells ?? meanCells(frames) };
  }
}
