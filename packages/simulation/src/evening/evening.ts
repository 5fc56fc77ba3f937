import type { PhaseDefinition, SimulatedVenue } from '../venue/simulated-venue.js';
import type { Happening } from './happening.js';

/** The evening's timetable. Event time: seconds since the doors opened. */
export interface Evening {
  /** Length of all phases together, seconds. */
  readonly length: number;
  /** The phase at a time; the last one goes on for ever. */
  phaseAt(time: number): PhaseDefinition;
  /** Persons/s who come from outside, over all entrances. */
  arrivalRateAt(time: number): number;
  /** When a phase begins. @throws RangeError for one that doesn't exist. */
  beginOf(phase: string): number;
  /** What happens in (from, to]. */
  happeningsBetween(from: number, to: number): readonly Happening[];
}

export const eveningOf = (
  { simulation }: Pick<SimulatedVenue, 'simulation'>,
  happenings: readonly Happening[],
): Evening => {
  const begins = new Map<string, number>();
  let length = 0;
  for (const { id, seconds } of simulation.phases) {
    begins.set(id, length);
    length += seconds;
  }
  const beginOf = (phase: string): number => {
    const begin = begins.get(phase);
    if (begin === undefined) throw new RangeError(`No phase "${phase}".`);
    return begin;
  };
  const phaseAt = (time: number): PhaseDefinition => {
    const phase = simulation.phases.findLast(({ id }) => beginOf(id) <= time);
    if (phase === undefined) throw new RangeError(`No phase at ${time} s.`);
    return phase;
  };
  return {
    length,
    beginOf,
    phaseAt,
    arrivalRateAt(time) {
      const { id, seconds, arrivals = 0, arrivalShape = 'even' } = phaseAt(time);
      if (arrivalShape === 'even') return arrivals;
      const passed = Math.min(1, (time - beginOf(id)) / seconds);
      return arrivals * (Math.PI / 2) * Math.sin(Math.PI * passed);
    },
    happeningsBetween: (from, to) => happenings.filter(({ at }) => at > from && at <= to),
  };
};
