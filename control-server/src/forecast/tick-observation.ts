/** What was measured over one tick. Not a number where nobody knows. */
export interface TickObservation {
  /** Per zone: persons at the end of the tick. */
  readonly persons: Float64Array;
  /** Per zone: standard deviation of `persons`. */
  readonly sigma: Float64Array;
  /** Per edge: persons who crossed during the tick, already divided by the line's recall. */
  readonly crossings: Float64Array;
}

/** A tick of the same venue at which nobody looked. */
export const unknownTick = ({ crossings, persons, sigma }: TickObservation): TickObservation => ({
  persons: persons.map(() => Number.NaN),
  sigma: sigma.map(() => Number.NaN),
  crossings: crossings.map(() => Number.NaN),
});
