import type { AlertBands } from '@throng/crowd';
import type { Happening, SimulatedVenue } from '@throng/simulation';
import type { Case } from './pick-cases.js';

/** Persons/min across a passage during the last minute; `in` counts from → to. */
export interface PassageFlow {
  readonly passage: string;
  readonly in: number;
  readonly out: number;
}

/** The whole venue at one moment, as it truly was. */
export interface Moment {
  /** Seconds since the doors opened. */
  readonly time: number;
  readonly phase: string;
  /** Persons/m², in the venue's order of zones. */
  readonly densities: readonly number[];
  readonly flows: readonly PassageFlow[];
  /** Passages that work at less than their capacity, and the share that is left. */
  readonly hindered: readonly { readonly passage: string; readonly left: number }[];
}

/** One tick of the story's zone; persons/m², and not a number where nothing was known or said. */
export interface CoursePoint {
  readonly time: number;
  readonly truth: number;
  readonly counted: number;
  /** What had been forecast for this time five minutes before, with its 80 % interval. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Probability, said at this time, of passing the limit within five minutes. */
  readonly probability: number;
  readonly warned: boolean;
  /** Persons/min into and out of the zone during the last minute. */
  readonly inflow: number;
  readonly outflow: number;
}

/** A case with all that its picture and its sentences are made of. */
export interface Storyline {
  readonly told: Case;
  readonly simulated: SimulatedVenue;
  readonly zoneName: string;
  readonly bands: readonly AlertBands[];
  /** How often the zone had come near its limit (60 % of it) before, this evening. */
  readonly earlierSurges: number;
  /** Former evenings that the forecast remembered. */
  readonly history: number;
  /** Persons/m² that were to be warned of. */
  readonly limit: number;
  readonly incidents: readonly Happening[];
  readonly moments: readonly Moment[];
  readonly course: readonly CoursePoint[];
}
