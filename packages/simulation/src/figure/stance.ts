/** How a person stands at one moment: all that a camera needs to know besides their looks. */
export interface Stance {
  readonly id: number;
  /** Metres on the plan: the point between the feet. */
  readonly x: number;
  readonly y: number;
  /** Radians, anticlockwise from +x. */
  readonly heading: number;
  /** m/s; 0 for standing. */
  readonly speed: number;
  /** Metres walked so far: sets the stride, so that feet don't slide. */
  readonly walked: number;
}
