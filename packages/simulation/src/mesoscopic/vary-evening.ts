import type { Random } from '../random/random.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';

/** Standard deviations by which an evening departs from its plan. */
const DEPARTURE = { turnout: 0.1, phaseLength: 0.04, entranceShare: 0.2 } as const;

const factor = (sigma: number, random: Random): number => Math.exp(sigma * random.normal());

/**
 * The evening as it will really be: more or fewer people than planned, phases a little longer or
 * shorter, entrances used otherwise. The plan, which is all that a server knows, stays as it is.
 */
export const varyEvening = (
  simulation: SimulatedVenue['simulation'],
  random: Random,
): SimulatedVenue['simulation'] => {
  const turnout = factor(DEPARTURE.turnout, random);
  return {
    ...simulation,
    phases: simulation.phases.map((phase) => ({
      ...phase,
      seconds: phase.seconds * factor(DEPARTURE.phaseLength, random),
      ...(phase.arrivals === undefined ? {} : { arrivals: phase.arrivals * turnout }),
    })),
    entrances: simulation.entrances.map((entrance) => ({
      ...entrance,
      share: entrance.share * factor(DEPARTURE.entranceShare, random),
    })),
  };
};
