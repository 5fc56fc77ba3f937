/** A place or direction in the venue: metres, x and y as on the plan, z up from the floor. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export const dot = (a: Vector, b: Vector): number => a.x * b.x + a.y * b.y + a.z * b.z;

export const minus = (a: Vector, b: Vector): Vector => ({
  x: a.x - b.x,
  y: a.y - b.y,
  z: a.z - b.z,
});

/** a + b · scale */
export const along = (a: Vector, b: Vector, scale: number): Vector => ({
  x: a.x + b.x * scale,
  y: a.y + b.y * scale,
  z: a.z + b.z * scale,
});

export const cross = (a: Vector, b: Vector): Vector => ({
  x: a.y * b.z - a.z * b.y,
  y: a.z * b.x - a.x * b.z,
  z: a.x * b.y - a.y * b.x,
});

/** The direction of `a` with length 1. @throws RangeError for a vector without direction. */
export const unit = (a: Vector): Vector => {
  const length = Math.sqrt(dot(a, a));
  if (!(length > 0)) throw new RangeError('A vector of length 0 has no direction.');
  return { x: a.x / length, y: a.y / length, z: a.z / length };
};
