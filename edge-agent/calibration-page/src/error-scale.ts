/** Metres up to which each class of the error map reaches; the last has no end. */
const CLASSES = [0.1, 0.25, 0.5, 1] as const;

/** Class of an expected error: 0 is best. Colours are in base.css as --error-0 … --error-4. */
export const errorClass = (metres: number): number => {
  const found = CLASSES.findIndex((limit) => metres <= limit);
  return found < 0 ? CLASSES.length : found;
};

/** What the legend says of each class. */
export const errorNames: readonly string[] = [
  ...CLASSES.map((limit) => `≤ ${limit} m`),
  `> ${CLASSES.at(-1)} m`,
];
