import type { CarriedPlaces } from '../venue-plan/carried-places.js';

/** What was measured over one tick. Not a number where nobody knows. */
export interface TickObservation {
  /** Per zone: persons at the end of the tick. */
  readonly persons: Float64Array;
  /** Per zone: standard deviation of `persons`. */
  readonly sigma: Float64Array;
  /** Per edge: persons who crossed during the tick, already divided by the line's recall. */
  readonly crossings: Float64Array;
}

/** A tick as the next plan of the venue sees it: not a number for ground and lines that are new. */
export const carriedTick = (
  { crossings, persons, sigma }: TickObservation,
  { grounds, passages }: Pick<CarriedPlaces, 'grounds' | 'passages'>,
): TickObservation => ({
  persons: Float64Array.from(grounds, (zone) => persons[zone] ?? Number.NaN),
  sigma: Float64Array.from(grounds, (zone) => sigma[zone] ?? Number.NaN),
  crossings: Float64Array.from(
    passages.flatMap((passage) => [2 * passage, 2 * passage + 1]),
    (edge) => crossings[edge] ?? Number.NaN,
  ),
});

/** A tick of the same venue at which nobody looked. */
export const unknownTick = ({ crossings, persons, sigma }: TickObservation): TickObservation => ({
  persons: persons.map(() => Number.NaN),
  sigma: sigma.map(() => Number.NaN),
  crossings: crossings.map(() => Number.NaN),
});
