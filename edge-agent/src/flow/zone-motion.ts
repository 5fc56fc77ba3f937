import type { ZoneView } from '../stages/camera-view.js';
import { type CellMotion, HEADINGS } from './cell-motion.js';

/** How the people of one zone moved in one frame, as sums: frames of a window may be added. */
export interface ZoneMotion {
  /** Persons whose motion is known. */
  readonly persons: number;
  /** Σ |v|, persons·m/s. */
  readonly speed: number;
  /** Σ |v|², persons·m²/s². */
  readonly squared: number;
  /** Σ |v| by direction, eight sectors of 45°. */
  readonly headings: readonly number[];
  /** Σ of the patches' stop-and-go. */
  readonly stopAndGo: number;
}

/** What a window says of a zone's motion. No value in it is one person's. */
export interface ZoneMovement {
  /** Mean speed, m/s. */
  readonly meanSpeed: number;
  /** Variance of the speeds, m²/s². */
  readonly speedVariance: number;
  /** 0 to 1 (see `StopAndGo`). */
  readonly stopAndGo: number;
  /** 0 to 1 (see `counterflowIndex`). */
  readonly counterflow: number;
}

const nothing: ZoneMotion = {
  persons: 0,
  speed: 0,
  squared: 0,
  headings: new Array<number>(HEADINGS).fill(0),
  stopAndGo: 0,
};

export const zoneMotion = (
  { share }: ZoneView,
  motion: CellMotion,
  stopAndGo: Float64Array,
): ZoneMotion => {
  const headings = [...nothing.headings];
  let [persons, speed, squared, waves] = [0, 0, 0, 0];
  for (const [cell, part] of share.entries()) {
    const here = part * (motion.persons[cell] ?? 0);
    if (here === 0) continue;
    persons += here;
    speed += part * (motion.speed[cell] ?? 0);
    squared += part * (motion.squared[cell] ?? 0);
    waves += here * (stopAndGo[cell] ?? 0);
    for (let sector = 0; sector < HEADINGS; sector += 1) {
      const flow = part * (motion.headings[HEADINGS * cell + sector] ?? 0);
      headings[sector] = (headings[sector] ?? 0) + flow;
    }
  }
  return { persons, speed, squared, headings, stopAndGo: waves };
};

export const addZoneMotion = (a: ZoneMotion, b: ZoneMotion): ZoneMotion => ({
  persons: a.persons + b.persons,
  speed: a.speed + b.speed,
  squared: a.squared + b.squared,
  headings: a.headings.map((flow, sector) => flow + (b.headings[sector] ?? 0)),
  stopAndGo: a.stopAndGo + b.stopAndGo,
});

/**
 * Counterflow C = 2·min(F₊, F₋)/(F₊ + F₋), 0 (all one way) to 1 (as much there as back), where
 * F± = Σ |v|·max(0, ±cos) along the axis of the motion, θ = ½·atan2(Σ |v|·sin 2φ, Σ |v|·cos 2φ).
 * It is twice the flow ratio of bidirectional streams. Two streams that cross at a right angle are
 * no counterflow. Source: Zhang et al., J. Stat. Mech. P02002 (2012).
 */
export const counterflowIndex = (headings: readonly number[]): number => {
  const angle = (sector: number): number => (2 * Math.PI * sector) / HEADINGS;
  const sum = (of: (angle: number) => number): number =>
    headings.reduce((total, flow, sector) => total + flow * of(angle(sector)), 0);
  const axis = Math.atan2(
    sum((phi) => Math.sin(2 * phi)),
    sum((phi) => Math.cos(2 * phi)),
  );
  const there = sum((phi) => Math.max(0, Math.cos(phi - axis / 2)));
  const back = sum((phi) => Math.max(0, -Math.cos(phi - axis / 2)));
  return there + back > 0 ? (2 * Math.min(there, back)) / (there + back) : 0;
};

/**
 * What the frames of a window say of a zone; nothing where fewer than `least` people on average
 * are behind it, so that no value can be one person's.
 */
export const zoneMovement = (
  frames: readonly ZoneMotion[],
  least: number,
): ZoneMovement | undefined => {
  const sum = frames.reduce(addZoneMotion, nothing);
  if (frames.length === 0 || sum.persons < least * frames.length) return undefined;
  const meanSpeed = sum.speed / sum.persons;
  return {
    meanSpeed,
    speedVariance: Math.max(0, sum.squared / sum.persons - meanSpeed ** 2),
    stopAndGo: sum.stopAndGo / sum.persons,
    counterflow: counterflowIndex(sum.headings),
  };
};
