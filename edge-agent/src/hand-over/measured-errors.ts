/**
 * How detector and density model err on calibrated ground, as `bin/fit-hand-over.mjs` measures it
 * (see the README): on rendered cameras of 4–10 m height at 0.2–5 persons/m², on far ones, and on
 * the first half of PETS 2009 S1.L1; each source by the likelihood of its errors on squares of 3 m
 * and on whole views. Pixels are the height of a person of 1.6 m.
 */
export const DETECTOR_ERRORS = {
  /** Expected number of people who hide each one, ρ·A, at which 1 − 1/e of all are missed. */
  hiding: 8.2,
  /** Height at which 1/e of all are missed because they are small, as the detector sees them. */
  smallest: 27,
  /** Longer side of the picture as the detector sees it, pixels. */
  side: 640,
  /** Variance per person, persons: wrong boxes, and feet put into the wrong square. */
  perPerson: 0.155,
  /** Variance per square metre, persons²/m²: boxes round nobody. */
  perSquareMetre: 0.011,
} as const;

export const DENSITY_ERRORS = {
  /** Relative error that all persons share, as a part of the one that the model's entry states. */
  ofStated: 0.47,
  /** ρ·A at which every second head would be hidden from it. */
  shown: 24,
  /** ρ·A at which heads hidden behind heads would double the count's error. */
  hiding: 46,
  /** Height at which 1/e of all are missed because they are small. */
  smallest: 22,
  /** Height of people so near that the model, which never met any, may miss them all: by a video, not fitted. */
  largest: 450,
  perPerson: 0.24,
  /** Variance per square metre, persons²/m²: people seen where there are none. */
  perSquareMetre: 0.021,
} as const;

/**
 * Expected hiding ρ·A over which the density model gets its say: below, both find the ground all
 * but empty, and it could only add people who are not there.
 */
export const HAND_OVER = { from: 0.03, to: 0.08 } as const;

/**
 * What σ must be multiplied by for 80 % intervals to hold about that: with this, the truth lay in
 * 79 % of rendered views that were kept aside, and in 74 % of PETS 2009 S1.L1.
 */
export const SIGMA_SCALE = 0.95;
