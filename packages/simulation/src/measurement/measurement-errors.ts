/** How cameras and lines err. Each camera and line draws its own by the seed. */
export interface MeasurementErrors {
  /** Standard deviation of a camera's lasting bias, as a share of the count. */
  readonly bias: number;
  /** Standard deviation of what comes and goes, as a share of the count. */
  readonly noise: number;
  /** Least and greatest share of crossings that a line catches. */
  readonly recall: readonly [least: number, most: number];
  /** Standard deviation of what a camera believes of its line's recall. */
  readonly recallError: number;
  /** How often a camera is lost, per hour, and for how long, seconds. */
  readonly dropoutsPerHour: number;
  readonly dropoutSeconds: readonly [least: number, most: number];
  /** Standard deviation of an edge box's clock, seconds. */
  readonly skewSeconds: number;
}

/** What a well kept installation shows. */
export const USUAL_ERRORS: MeasurementErrors = {
  bias: 0.06,
  noise: 0.05,
  recall: [0.9, 0.98],
  recallError: 0.02,
  dropoutsPerHour: 0.3,
  dropoutSeconds: [20, 120],
  skewSeconds: 0.3,
};
