/** What is known of one coordinate of a walker: place, speed, and how unsure both are. */
export interface Axis {
  /** Metres. */
  readonly place: number;
  /** m/s. */
  readonly speed: number;
  /** Variance of the place, m². */
  readonly placeVariance: number;
  /** Variance of the speed, m²/s². */
  readonly speedVariance: number;
  /** Covariance of both, m²/s. */
  readonly covariance: number;
}

/** Walkers change their speed by about this much within a second, m/s². */
const ACCELERATION = 1;

/** Variance of a walker's speed along one axis before anything is known of it, m²/s². */
const SPEED_VARIANCE = 1;

export const startAxis = (place: number, variance: number): Axis => ({
  place,
  speed: 0,
  placeVariance: variance,
  speedVariance: SPEED_VARIANCE,
  covariance: 0,
});

/**
 * Where constant speed leads in `seconds`: the prediction step of a Kalman filter whose unknown is
 * an acceleration a of variance `ACCELERATION`²; x += v·t + a·t²/2, v += a·t.
 */
export const predictAxis = (axis: Axis, seconds: number): Axis => {
  const t = seconds;
  const noise = (ACCELERATION * t) ** 2;
  return {
    place: axis.place + axis.speed * t,
    speed: axis.speed,
    placeVariance:
      axis.placeVariance +
      2 * t * axis.covariance +
      t * t * axis.speedVariance +
      (noise * t * t) / 4,
    speedVariance: axis.speedVariance + noise,
    covariance: axis.covariance + t * axis.speedVariance + (noise * t) / 2,
  };
};

/** What a measured place with its variance adds: the correction step of the same filter. */
export const correctAxis = (axis: Axis, measured: number, variance: number): Axis => {
  const total = axis.placeVariance + variance;
  const gain = axis.placeVariance / total;
  const speedGain = axis.covariance / total;
  return {
    // Written as a mean, so that a measurement without error is taken to the last digit.
    place: gain * measured + (1 - gain) * axis.place,
    speed: axis.speed + speedGain * (measured - axis.place),
    placeVariance: (1 - gain) * axis.placeVariance,
    speedVariance: axis.speedVariance - speedGain * axis.covariance,
    covariance: (1 - gain) * axis.covariance,
  };
};
