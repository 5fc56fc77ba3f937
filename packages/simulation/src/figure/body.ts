import type { Appearance } from '../appearance/appearance.js';
import type { Vector } from '../camera/vector.js';
import type { Stance } from './stance.js';

/** One leg or arm: three joints and which side of the body it hangs on (+1 left, −1 right). */
export interface Limb {
  readonly side: 1 | -1;
  readonly joints: readonly [Vector, Vector, Vector];
}

/** The joints of a person in the venue, metres. */
export interface Body {
  readonly legs: readonly Limb[];
  readonly arms: readonly Limb[];
  readonly hips: Vector;
  readonly waist: Vector;
  readonly shoulders: Vector;
  readonly neck: Vector;
  readonly head: Vector;
  readonly feet: Vector;
  /** Unit vectors on the ground: where the person faces, and to their left. */
  readonly ahead: Vector;
  readonly left: Vector;
}

/** Metres per full stride (two steps). */
const STRIDE = 1.45;
const sides = [1, -1] as const;

/** Where every joint is, from the place on the plan, the stride and the posture. */
export const bodyOf = (look: Appearance, stance: Stance): Body => {
  const { stature: tall } = look;
  const ahead = { x: Math.cos(stance.heading), y: Math.sin(stance.heading), z: 0 };
  const left = { x: -ahead.y, y: ahead.x, z: 0 };
  const swing =
    Math.min(1, stance.speed / 1.3) *
    Math.sin((2 * Math.PI * stance.walked) / STRIDE + look.stridePhase);
  const lean = 0.02 + 0.03 * Math.min(1.4, stance.speed);

  const at = (forward: number, aside: number, z: number): Vector => ({
    x: stance.x + ahead.x * forward + left.x * aside,
    y: stance.y + ahead.y * forward + left.y * aside,
    z,
  });

  const leg = (side: 1 | -1): Limb => {
    const step = swing * side * 0.3;
    const lift = Math.max(0, -swing * side) * 0.07;
    const gap = side * (0.085 + 0.03 * (1 - Math.min(1, stance.speed)));
    const joints = [
      at(0, side * 0.085, tall * 0.5),
      at(step * 0.6 + 0.04, gap, tall * 0.27 + lift * 0.5),
      at(step - 0.02, gap, 0.05 + lift),
    ] as const;
    return { side, joints };
  };

  const shoulderAside = look.shoulderBreadth / 2 - 0.035;
  const arm = (side: 1 | -1): Limb => {
    const shoulder = at(lean, side * shoulderAside, tall * 0.8);
    const wide = side * (shoulderAside + 0.05);
    const reach = -swing * side * 0.22;
    const bent = look.posture === 'phone' && side === -1;
    if (look.posture === 'raised' && stance.speed < 0.3) {
      const joints = [
        shoulder,
        at(lean + 0.12, wide, tall * 0.92),
        at(lean + 0.14, side * 0.16, tall * 1.08),
      ] as const;
      return { side, joints };
    }
    const elbow = at(lean + reach * 0.4, wide, tall * 0.625);
    if (bent) return { side, joints: [shoulder, elbow, at(0.27, side * 0.07, tall * 0.71)] };
    const pocket = look.posture === 'pockets';
    const hand = pocket
      ? at(0.1, side * (shoulderAside - 0.02), tall * 0.5)
      : at(lean + reach + 0.05, wide, tall * 0.47);
    return { side, joints: [shoulder, elbow, hand] };
  };

  const bowed = look.posture === 'phone' ? 0.05 : 0;
  return {
    legs: sides.map(leg),
    arms: sides.map(arm),
    feet: at(0, 0, 0),
    hips: at(0, 0, tall * 0.5),
    waist: at(lean * 0.5, 0, tall * 0.63),
    shoulders: at(lean, 0, tall * 0.805),
    neck: at(lean + 0.01 + bowed * 0.3, 0, tall * 0.86),
    head: at(lean + 0.03 + bowed, 0, tall - 0.118 - bowed * 0.3),
    ahead,
    left,
  };
};
