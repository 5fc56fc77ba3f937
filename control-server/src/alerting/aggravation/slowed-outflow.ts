import type { Aggravation } from '@throng/contract';
import { type Aggravating, limitBelow, trustedMovement } from './aggravating.js';
import type { WayOut } from './way-out.js';

/** Shares of what a way out has shown that it can carry: below the first it is slowed, from the second not. */
const SLOWED = 0.8;
const RECOVERED = 0.9;

/** Persons beyond those on their way who make a queue, and below whom there is none. */
const QUEUE = 10;
const NO_QUEUE = 5;

/** m/s: those who wait move slower than the first; those who are faster than the second do not wait. */
const WAITS = 0.5;
const WALKS = 0.6;

/** Free walking speed, m/s (Weidmann 1993). */
const FREE_SPEED = 1.34;

/**
 * Persons who wait: those in the zone beyond C·√A/v, who would be on their way across it if its way
 * out took as many as it can and they walked freely.
 */
export const queueOf = (persons: number, { area, capacity }: WayOut): number =>
  Math.max(0, persons - (capacity * Math.sqrt(area)) / FREE_SPEED);

/**
 * A way out that carries a fifth less than it has shown that it can, while people wait for it. A
 * jam lowers a door's capacity by 10 to 20 %: more is a cause of its own. Those who stand to
 * watch do not wait for a way out.
 */
export const slowedOutflow: Aggravating = {
  kind: 'slowed-outflow',
  signOf: (crowd) => {
    if (crowd.kind === 'viewing') return { signal: 'off' };
    const speed = trustedMovement(crowd)?.movement.meanSpeed;
    const { persons, wayOut } = crowd;
    if (wayOut === undefined || speed === undefined) return { signal: 'unknown' };
    const queue = queueOf(persons, wayOut);
    const isSlowed = wayOut.flow <= SLOWED * wayOut.capacity;
    const isOver = queue < NO_QUEUE || speed > WALKS || wayOut.flow >= RECOVERED * wayOut.capacity;
    const waits = queue >= QUEUE && speed < WAITS;
    const signal = isOver ? 'off' : isSlowed && waits ? 'on' : 'between';
    return { signal, figure: figureOf(wayOut, queue) };
  },
  limitOf: (band, _, bands) => limitBelow(band, bands),
};

const figureOf = ({ capacity, flow, passage }: WayOut, queue: number): Aggravation => ({
  kind: 'slowed-outflow',
  passage,
  perMinute: Math.round(flow * 60),
  capacityPerMinute: Math.round(capacity * 60),
  queue: Math.round(queue),
});
