/** Where an arrow stands on the map; metres, and pixels through the resolution. */
export interface ArrowPlace {
  /** Middle of its foot, metres. */
  readonly x: number;
  readonly y: number;
  /** Radians clockwise from north. */
  readonly heading: number;
  /** Metres per pixel. */
  readonly resolution: number;
}

/** Persons per minute from which an arrow is drawn: fewer are single people. */
export const LEAST_FLOW = 3;

const LENGTH = { least: 12, most: 34 } as const;

/** Persons per minute of the longest arrow: a gate of eight metres at its capacity. */
const MOST_FLOW = 650;

/** Pixels from foot to tip: the area of an arrow grows as its flow does. */
export const arrowLength = (perMinute: number): number =>
  LENGTH.least +
  (LENGTH.most - LENGTH.least) * Math.sqrt(Math.min(1, Math.max(0, perMinute) / MOST_FLOW));

/** Half-widths as shares of the length, and where the head begins. */
const SHAFT = 0.13;
const HEAD = 0.32;
const NECK = 0.5;

/** The outline of an arrow, metres, as an open ring. @param length pixels. */
export const arrowRing = ({ heading, resolution, x, y }: ArrowPlace, length: number) => {
  const [ahead, across] = [
    [Math.sin(heading), Math.cos(heading)],
    [Math.cos(heading), -Math.sin(heading)],
  ] as const;
  const metres = length * resolution;
  const at = (along: number, aside: number): [number, number] => [
    x + metres * (along * ahead[0] + aside * across[0]),
    y + metres * (along * ahead[1] + aside * across[1]),
  ];
  return [
    at(0, -SHAFT),
    at(NECK, -SHAFT),
    at(NECK, -HEAD),
    at(1, 0),
    at(NECK, HEAD),
    at(NECK, SHAFT),
    at(0, SHAFT),
  ];
};
