/** Where a camera hangs, metres: its foot point on the ground and its height above it. */
export interface CameraPosition {
  readonly x: number;
  readonly y: number;
  /** Height of the lens above the ground. */
  readonly z: number;
}
