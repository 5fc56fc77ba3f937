/** How far a point on the ground moves per pixel of error in the image, m/px. */
export interface GroundError {
  /** Along the line of sight. */
  readonly radial: number;
  /** Across it. */
  readonly lateral: number;
}

/**
 * Ground error per pixel near the line of sight: radial (d² + h²)/(h·f), lateral √(h² + d²)/f,
 * both m/px.
 *
 * @param distance ground distance d from the camera's foot point, metres.
 * @param height camera height h, metres.
 * @param focalPixels focal length f, pixels.
 * @throws RangeError when height or focal length is not positive.
 */
export const groundErrorPerPixel = (
  distance: number,
  height: number,
  focalPixels: number,
): GroundError => {
  if (!(height > 0 && focalPixels > 0)) {
    throw new RangeError(`Height ${height} m and focal length ${focalPixels} px must be positive.`);
  }
  const squared = distance ** 2 + height ** 2;
  return { radial: squared / (height * focalPixels), lateral: Math.sqrt(squared) / focalPixels };
};
