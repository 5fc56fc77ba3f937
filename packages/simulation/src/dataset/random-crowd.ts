import type { Camera } from '../camera/camera.js';
import type { Stance } from '../figure/stance.js';
import type { Random } from '../random/random.js';
import { createNoise } from '../scene/value-noise.js';

/** Metres that two people keep between their middles, at the least. */
const APART = 0.34;

/** Tries per person before a place counts as full. */
const TRIES = 3;

interface CrowdPlan {
  /** Persons/m² of the densest part. */
  readonly density: number;
  readonly farthest: number;
  readonly most: number;
}

/** Which way people face: at something, in two streams, in groups, or anywhere. */
const headings = (random: Random): ((x: number, y: number) => number) => {
  const kind = random.whole(0, 4);
  if (kind <= 1) {
    const [x0, y0] = [random.between(-25, 25), random.chance(0.6) ? 70 : -15];
    return (x, y) => Math.atan2(y0 - y, x0 - x) + 0.35 * random.normal();
  }
  if (kind === 2) {
    const stream = random.between(0, Math.PI);
    return () => stream + (random.chance(0.5) ? Math.PI : 0) + 0.2 * random.normal();
  }
  return () => random.between(0, 2 * Math.PI);
};

/** People scattered over the ground in view, in clusters, none nearer than 0.34 m to another. */
export const randomCrowd = (random: Random, camera: Camera, plan: CrowdPlan): Stance[] => {
  const cluster = createNoise(random.whole(0, 1_000_000));
  const clusterSize = random.between(2.5, 9);
  const patchy = random.between(0, 1);
  const walking = random.pick([0, 0.2, 0.8, 1]);
  const headingAt = headings(random);
  const half = Math.tan((camera.fieldOfView * Math.PI) / 360) * plan.farthest * 1.15 + 2;
  const spots = 2 * half * plan.farthest * plan.density * TRIES;
  const taken = new Map<number, { x: number; y: number }[]>();
  const cellOf = (x: number, y: number): number => Math.floor(x) * 8192 + Math.floor(y);
  const crowded = (x: number, y: number): boolean => {
    for (const dx of [-APART, APART]) {
      for (const dy of [-APART, APART]) {
        const near = taken.get(cellOf(x + dx, y + dy)) ?? [];
        if (near.some((other) => Math.hypot(other.x - x, other.y - y) < APART)) return true;
      }
    }
    return false;
  };
  const inView = (x: number, y: number): boolean => {
    const seen = camera.project({ x, y, z: 0.9 });
    if (!seen) return false;
    const edge = seen.scale * 1.2;
    return (
      seen.x > -edge &&
      seen.x < camera.width + edge &&
      seen.y > -edge &&
      seen.y < camera.height + edge
    );
  };

  const people: Stance[] = [];
  for (let trial = 0; trial < spots && people.length < plan.most; trial += 1) {
    const [x, y] = [random.between(-half, half), random.between(0.8, plan.farthest)];
    const thickness = cluster(x / clusterSize + 40, y / clusterSize + 40);
    const share = 1 - patchy + patchy * Math.max(0, Math.min(1, (thickness - 0.35) * 3));
    if (random.next() > share / TRIES || !inView(x, y) || crowded(x, y)) continue;
    const cell = cellOf(x, y);
    const neighbours = taken.get(cell);
    if (neighbours) neighbours.push({ x, y });
    else taken.set(cell, [{ x, y }]);
    people.push({
      id: random.whole(0, 2_000_000_000),
      x,
      y,
      heading: headingAt(x, y),
      speed: random.chance(walking) ? random.between(0.5, 1.5) : 0,
      walked: random.between(0, 100),
    });
  }
  return people;
};
