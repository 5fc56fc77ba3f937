/** Seeds of the evenings that are remembered: far from those that anybody judges by. */
const FORMER = 900_001;

/** Seeds of so many former evenings. */
export const formerEvenings = (count: number): number[] =>
  Array.from({ length: count }, (_, index) => FORMER + index);
