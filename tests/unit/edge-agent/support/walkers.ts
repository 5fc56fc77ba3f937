import type { Point } from '@throng/crowd';
import type { Sighting } from '../../../../edge-agent/src/tracking/sighting.js';
import { Tracker } from '../../../../edge-agent/src/tracking/tracker.js';

/** Pixels per metre of a camera that looks straight down. */
const SCALE = 60;

export const footPixel = ({ x, y }: Point): Point => ({ x: x * SCALE, y: -y * SCALE });

/** Somebody who is seen at a place, by that camera. */
export const seenAt = (place: Point, score = 0.9, sigma = 0.05): Sighting => {
  const { x, y } = footPixel(place);
  return { place, sigma, score, box: { left: x - 15, right: x + 15, top: y - 60, bottom: y } };
};

export const trackerFromAbove = (): Tracker => new Tracker({ sureScore: 0.5, footPixel });

/** Places every `seconds` of a walk at constant velocity. */
export const walk = (from: Point, velocity: Point, steps: number, seconds = 0.2): Point[] =>
  Array.from({ length: steps }, (_, step) => ({
    x: from.x + velocity.x * seconds * step,
    y: from.y + velocity.y * seconds * step,
  }));
