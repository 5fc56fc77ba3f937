import type { Point } from '@throng/crowd';
import type { Box } from '@throng/inference';
import { type Axis, correctAxis, predictAxis, startAxis } from './axis-filter.js';
import type { Sighting } from './sighting.js';

/** Sightings that make a track a person: fewer may be noise of the detector. */
const CONFIRMING_HITS = 3;

/** Where a track is expected, and how surely. */
export interface Expectation {
  readonly place: Point;
  /** Variance of the place along each axis, m². */
  readonly variance: Point;
}

/** One step of a track, from one sighting to the next. */
export interface Step {
  readonly from: Point;
  readonly to: Point;
  /** Capture time of the sighting that ends the step, ms. */
  readonly at: number;
}

/**
 * Somebody who is followed for a few seconds. It has no id: who must tell tracks apart holds the
 * object itself, in memory. Its fields are private to the language, so that serialising a track
 * gives `{}` and no type of a message can be made of one.
 */
export class Track {
  #x: Axis;
  #y: Axis;
  #box: Box;
  #hits = 1;
  #seenAt: number;

  constructor({ box, place, sigma }: Sighting, at: number) {
    this.#x = startAxis(place.x, sigma ** 2);
    this.#y = startAxis(place.y, sigma ** 2);
    this.#box = box;
    this.#seenAt = at;
  }

  /** Whether it was seen often enough to be a person; what is not never counts. */
  get isConfirmed(): boolean {
    return this.#hits >= CONFIRMING_HITS;
  }

  /** Capture time of the last sighting, ms. */
  get seenAt(): number {
    return this.#seenAt;
  }

  /** The box in which it was last seen. */
  get box(): Box {
    return this.#box;
  }

  get place(): Point {
    return { x: this.#x.place, y: this.#y.place };
  }

  /** m/s along x and y. */
  get velocity(): Point {
    return { x: this.#x.speed, y: this.#y.speed };
  }

  expectedAt(at: number): Expectation {
    const seconds = (at - this.#seenAt) / 1_000;
    const [x, y] = [predictAxis(this.#x, seconds), predictAxis(this.#y, seconds)];
    return {
      place: { x: x.place, y: y.place },
      variance: { x: x.placeVariance, y: y.placeVariance },
    };
  }

  /** Goes on to a new sighting. */
  follow({ box, place, sigma }: Sighting, at: number): Step {
    const from = this.place;
    const seconds = (at - this.#seenAt) / 1_000;
    this.#x = correctAxis(predictAxis(this.#x, seconds), place.x, sigma ** 2);
    this.#y = correctAxis(predictAxis(this.#y, seconds), place.y, sigma ** 2);
    this.#box = box;
    this.#hits += 1;
    this.#seenAt = at;
    return { from, to: this.place, at };
  }
}
