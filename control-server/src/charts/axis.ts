import { scaleLinear } from 'd3-scale';

export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** One direction of a chart; numbers of any unit, moments as epoch ms. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** What is counted and in which unit, e.g. "persons/m²". */
  readonly label: string;
  /** Where the axis is marked; round numbers by default. */
  readonly ticks?: readonly Tick[];
}

/** Round numbers from `from` to `to`, about `count` of them. */
export const numberTicks = (from: number, to: number, count: number): Tick[] => {
  const scale = scaleLinear().domain([from, to]);
  const write = scale.tickFormat(count);
  return scale.ticks(count).map((value) => ({ value, label: write(value).replace('−', '-') }));
};

/** An axis from nought to a round number that `values` stay below; to 1 where there are none. */
export const fromZero = (label: string, values: Iterable<number>): Axis => {
  let highest = 0;
  for (const value of values) if (value > highest) highest = value;
  const [, to = 1] = scaleLinear()
    .domain([0, highest > 0 ? highest * 1.05 : 1])
    .nice(5)
    .domain();
  return { from: 0, to, label };
};

/** Places of values along a line of the drawing, to a tenth of its unit: finer is not seen. */
export const placesAlong = (
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): ((value: number) => number) => {
  const scale = scaleLinear().domain([from, to]).range([start, end]);
  return (value) => Math.round(scale(value) * 10) / 10;
};

const MINUTE = 60_000;

/** Minutes between two marks of a clock. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440];

/** Marks of a clock, at most `count`. @param from, to epoch ms. @param clock writes a moment. */
export const timeTicks = (
  from: number,
  to: number,
  count: number,
  clock: (at: number) => string,
): Tick[] => {
  const step = (STEPS.find((each) => (to - from) / (each * MINUTE) <= count) ?? 1_440) * MINUTE;
  const first = Math.ceil(from / step);
  const marks = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: marks }, (_, index) => {
    const value = (first + index) * step;
    return { value, label: clock(value) };
  });
};
