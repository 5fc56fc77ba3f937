import { GLIMPSE } from '../../../../edge-agent/src/watchdog/glimpse.js';

/** A stream of numbers in 0…1 that a seed decides. */
export const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly long: number;
  readonly wide: number;
  readonly turn: number;
  readonly light: number;
}

const barsOf = (seed: number, count: number): Bar[] => {
  const next = numbers(seed);
  return Array.from({ length: count }, () => ({
    x: next() * 130 - 17,
    y: next() * 110 - 19,
    long: 8 + next() * 22,
    wide: 3 + next() * 5,
    turn: next() * Math.PI,
    light: next() * 200 - 100,
  }));
};

const inBar = ({ long, turn, wide, x, y }: Bar, px: number, py: number): boolean => {
  const [dx, dy] = [px - x, py - y];
  const along = dx * Math.cos(turn) + dy * Math.sin(turn);
  const across = dy * Math.cos(turn) - dx * Math.sin(turn);
  return Math.abs(along) < long && Math.abs(across) < wide;
};

/** A few pictures' worth of sensor noise, used in turn. */
const grains = Array.from({ length: 7 }, (_, seed) => {
  const next = numbers(seed + 13);
  return Float32Array.from({ length: GLIMPSE.width * GLIMPSE.height }, () => 3 * (next() - 0.5));
});

const painted = new Map<string, Float64Array>();

/** The place alone, painted once for each way to look at it. Place 0 is a bare wall. */
const emptyPlace = (place: number, right: number, down: number): Float64Array => {
  const key = `${place} ${right} ${down}`;
  const known = painted.get(key);
  if (known !== undefined) return known;
  const bars = place === 0 ? [] : barsOf(place, 60);
  const { height, width } = GLIMPSE;
  const luma = Float64Array.from({ length: width * height }, (_, pixel) => {
    const [x, y] = [(pixel % width) + right, Math.floor(pixel / width) + down];
    return 120 + (bars.findLast((one) => inBar(one, x, y))?.light ?? 0);
  });
  painted.set(key, luma);
  return luma;
};

export interface Painting {
  /** Which place: its walls, beams and steps; 0 for a bare wall. */
  readonly place?: number;
  /** Pixels of a glimpse by which the camera was turned. */
  readonly right?: number;
  readonly down?: number;
  /** What the light does to each level. */
  readonly light?: (luma: number) => number;
  /** People in view, each a dark and a light patch at a place of this moment's own. */
  readonly people?: number;
  /** Which moment: noise and people are others in the next. */
  readonly moment?: number;
}

/** What a camera would show of a place of many edges, as a glimpse. */
export const paint = ({
  down = 0,
  light = (luma) => luma,
  moment = 0,
  people = 0,
  place = 1,
  right = 0,
}: Painting = {}): Uint8Array => {
  const grain = grains[moment % grains.length];
  const { height, width } = GLIMPSE;
  const luma = emptyPlace(place, right, down).slice();
  const crowd = numbers(moment * 104_729 + 7);
  for (let person = 0; person < people; person += 1) {
    const [px, py, shade] = [Math.floor(crowd() * width), Math.floor(crowd() * height), crowd()];
    for (let y = py; y < Math.min(height, py + 6); y += 1) {
      for (let x = px; x < Math.min(width, px + 3); x += 1) {
        luma[y * width + x] = y < py + 2 ? 190 : 40 + 120 * shade;
      }
    }
  }
  return Uint8Array.from(luma, (value, pixel) =>
    Math.max(0, Math.min(255, Math.round(light(value + (grain?.[pixel] ?? 0))))),
  );
};
