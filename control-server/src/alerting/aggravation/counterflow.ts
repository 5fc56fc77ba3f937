import {
  type Aggravating,
  limitBelow,
  rises,
  trustedMovement,
  unknownSign,
} from './aggravating.js';

/** Index from which people go against each other, a quarter of them against the rest, and below which not. */
const ON = 0.5;
const OFF = 0.35;

/** Persons/m² below which two streams pass in lanes, and get in nobody's way. */
const LEAST_DENSITY = 1.5;

/** m/s below which nobody goes anywhere: the directions of a standing crowd are noise. */
const LEAST_SPEED = 0.2;

/**
 * Two streams against each other: above about 1.5 persons/m² they carry less than one stream does
 * (Zhang et al., J. Stat. Mech. P02002, 2012). A queue that winds along its barriers goes both ways
 * by design, and is left out. The thresholds are ours.
 */
export const counterflow: Aggravating = {
  kind: 'counterflow',
  signOf: (crowd) => {
    if (crowd.kind === 'queue') return { signal: 'off' };
    const movement = trustedMovement(crowd)?.movement;
    if (movement === undefined) return unknownSign;
    const index = movement.counterflow;
    const signal = movement.meanSpeed < LEAST_SPEED ? 'off' : rises(index, ON, OFF);
    return { signal, figure: { kind: 'counterflow', index } };
  },
  limitOf: (band, _, bands) => Math.max(LEAST_DENSITY, limitBelow(band, bands)),
};
