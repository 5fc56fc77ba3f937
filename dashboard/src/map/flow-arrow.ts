import type { Segment } from '@throng/crowd';

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

/** One arrow: its outline as an open ring, and the line from foot to tip; metres. */
export interface FlowArrow {
  readonly ring: readonly (readonly [number, number])[];
  readonly axis: Segment;
}

/**
 * The arrows of what passes a line, persons per minute each way, none where nobody knows; centred
 * on the line, and two that pass each other keep to their right, as on a road.
 */
export const flowArrows = (
  { from, to }: Segment,
  heading: number,
  flow: { readonly in: number; readonly out: number } | null,
  resolution: number,
): FlowArrow[] => {
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const ways = [
    { perMinute: flow?.in ?? 0, turned: 0 },
    { perMinute: flow?.out ?? 0, turned: Math.PI },
  ].filter(({ perMinute }) => perMinute >= LEAST_FLOW);
  return ways.map(({ perMinute, turned }) => {
    const length = arrowLength(perMinute);
    const middle = { x, y, heading: heading + turned, resolution };
    const place = besideMiddle(middle, length, ways.length);
    const metres = length * resolution;
    const tip = {
      x: place.x + metres * Math.sin(place.heading),
      y: place.y + metres * Math.cos(place.heading),
    };
    return { ring: arrowRing(place, length), axis: { from: { x: place.x, y: place.y }, to: tip } };
  });
};

const besideMiddle = (place: ArrowPlace, length: number, ways: number): ArrowPlace => {
  const aside = ways > 1 ? 9 * place.resolution : 0;
  const back = (length / 2) * place.resolution;
  const { heading } = place;
  return {
    ...place,
    x: place.x + aside * Math.cos(heading) - back * Math.sin(heading),
    y: place.y - aside * Math.sin(heading) - back * Math.cos(heading),
  };
};
