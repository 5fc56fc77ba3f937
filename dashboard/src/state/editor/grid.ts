/** Pixels between two lines below which a grid is a grey veil. */
const LEAST_GAP = 14;

/** The distance in metres between the lines that are drawn: 1, 2 or 5 times a power of ten. */
export const lineGap = (resolution: number, least: number): number => {
  const wanted = Math.max(LEAST_GAP * resolution, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted * 0.999) ?? wanted;
};
