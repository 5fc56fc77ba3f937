import type { Point } from '@throng/crowd';
import type { Way } from '../venue/venue-graph.js';

/** A way that serves people one after the other, first come, first served. */
export interface Door {
  readonly way: Way;
  /** Crossings so far: `in` counts from → to. */
  readonly crossings: { in: number; out: number };
  /** Share of the capacity at work: 0 closed, 1 as designed. */
  readonly opening: number;
  setOpening(share: number): void;
  /** How many more may pass now, given `waiting` people and the seconds since the last call. */
  serve(waiting: number, seconds: number): number;
  passed(forward: boolean): void;
}

/** People per metre of width at a door from which a queue stands. */
const STANDING_QUEUE = 2.5;

/** What a standing queue costs a door: jams lower its flow by 10–20 %. */
const CAPACITY_DROP = 0.88;

export const createDoor = (way: Way): Door => {
  const crossings = { in: 0, out: 0 };
  let opening = 1;
  let credit = 0;
  return {
    way,
    crossings,
    get opening() {
      return opening;
    },
    setOpening(share) {
      opening = share;
      if (share === 0) credit = 0;
    },
    serve(waiting, seconds) {
      const drop = waiting > STANDING_QUEUE * way.width ? CAPACITY_DROP : 1;
      const rate = way.capacity * opening * drop;
      credit = Math.min(credit + rate * seconds, 1 + rate * seconds);
      return opening === 0 ? 0 : Math.floor(credit + 1e-9);
    },
    passed(forward) {
      credit -= 1;
      if (forward) crossings.in += 1;
      else crossings.out += 1;
    },
  };
};

/** Metres that people keep from a door's jambs. */
const JAMB = 0.3;

/**
 * The place on a door's line nearest to somebody, clear of the jambs. Where people go both ways
 * they keep to the right: `forward` is from → to, whose right is the half named first or last,
 * as the line is drawn.
 */
export const nearestOnLine = (way: Way, place: Point, forward: boolean): Point => {
  const { line, middle } = way;
  const [dx, dy] = [line.to.x - line.from.x, line.to.y - line.from.y];
  const length = Math.hypot(dx, dy);
  const jamb = JAMB / length;
  if (jamb >= (way.oneWay ? 0.5 : 0.25)) return middle;
  const share = ((place.x - line.from.x) * dx + (place.y - line.from.y) * dy) / (length * length);
  const [low, high] = way.oneWay ? [0, 1] : way.startsRight === forward ? [0, 0.5] : [0.5, 1];
  const kept = Math.min(high - jamb, Math.max(low + jamb, share));
  return { x: line.from.x + dx * kept, y: line.from.y + dy * kept };
};
