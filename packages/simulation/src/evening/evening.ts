import type {
  IncidentDefinition,
  PhaseDefinition,
  SimulatedVenue,
} from '../venue/simulated-venue.js';

/** The evening's timetable. Event time: seconds since the doors opened. */
export interface Evening {
  /** Length of all phases together, seconds. */
  readonly length: number;
  /** The phase at a time; the last one goes on for ever. */
  phaseAt(time: number): PhaseDefinition;
  /** When a phase begins. @throws RangeError for one that doesn't exist. */
  beginOf(phase: string): number;
  /** Incidents that fall into (from, to]. */
  incidentsBetween(from: number, to: number): readonly IncidentDefinition[];
}

export const eveningOf = ({ simulation }: SimulatedVenue): Evening => {
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
  const incidents = [...(simulation.incidents ?? [])].sort((a, b) => a.at - b.at);
  return {
    length,
    beginOf,
    phaseAt(time) {
      const phase = simulation.phases.findLast(({ id }) => beginOf(id) <= time);
      if (phase === undefined) throw new RangeError(`No phase at ${time} s.`);
      return phase;
    },
    incidentsBetween: (from, to) => incidents.filter(({ at }) => at > from && at <= to),
  };
};
