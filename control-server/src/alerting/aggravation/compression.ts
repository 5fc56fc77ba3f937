import { type Aggravating, rises, trustedMovement, unknownSign } from './aggravating.js';

/** Persons/m² from which crowd pressure means anything. */
const LEAST_DENSITY = 4;

/** m/s: a crowd that walks faster is a stream, whose speeds differ and harm nobody. */
const SLOW = 0.4;
const WALKS = 0.5;

/** Crowd pressure, 1/s², from which turbulence was seen, and below which a packed crowd is calm. */
const ON = 0.02;
const OFF = 0.016;

/**
 * Crowd pressure P = ρ·Var(v), 1/s², over one window (Helbing et al., PRE 75, 046109, 2007:
 * turbulence above 0.02). Alone it misleads: a free stream at 2 persons/m² reaches 0.028. So it
 * counts only in a dense crowd that hardly moves. Var is that of speeds, not of velocities, within
 * each camera's ground: two calm crowds of different speed are no turbulence. It is rounded to
 * 0.01 m²/s² before it leaves the camera's box, and may miss what is there.
 */
export const compression: Aggravating = {
  kind: 'compression',
  signOf: (crowd) => {
    const part = trustedMovement(crowd);
    if (part === undefined) return unknownSign;
    const { meanSpeed } = part.movement;
    const speedVariance = part.localVariance;
    const pressure = crowd.density * speedVariance;
    const pressing = rises(pressure, ON, OFF);
    const signal =
      meanSpeed >= WALKS ? 'off' : meanSpeed >= SLOW && pressing === 'on' ? 'between' : pressing;
    const windowSeconds = part.seconds;
    return {
      signal,
      figure: { kind: 'compression', pressure, meanSpeed, speedVariance, windowSeconds },
    };
  },
  limitOf: () => LEAST_DENSITY,
};
