type Rgb = readonly [number, number, number];

/** Stations of the "inferno" map (CC0, van der Walt and Smith), equally spaced from 0 to 1. */
const STATIONS: readonly Rgb[] = [
  [0, 0, 4],
  [40, 11, 84],
  [101, 21, 110],
  [159, 42, 99],
  [212, 72, 66],
  [245, 125, 21],
  [250, 193, 39],
  [252, 255, 164],
];

/** The colour of a share from 0 (nobody) to 1 (the densest cell): ever brighter, also in print. */
export const colourOf = (share: number): Rgb => {
  const place = Math.min(1, Math.max(0, share)) * (STATIONS.length - 1);
  const index = Math.min(STATIONS.length - 2, Math.floor(place));
  const [from, to] = [STATIONS[index], STATIONS[index + 1]];
  if (from === undefined || to === undefined) throw new RangeError(`no colour for ${share}`);
  const between = (a: number, b: number): number => Math.round(a + (b - a) * (place - index));
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
};
