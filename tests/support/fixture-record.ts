import { fromTimestamp, toTimestamp, type VenueRecord, type ZoneState } from '@throng/contract';

/** The record of the made-up evening, as the server would answer `query`; `zonesOf` tells each second. */
export const fixtureRecord = (
  query: URLSearchParams,
  zonesOf: (at: number) => readonly ZoneState[],
): VenueRecord => {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''].map(fromTimestamp);
  const step = Number(query.get('step'));
  if (from === undefined || to === undefined)
    throw new Error('a record is asked for without times');
  const steps = Math.ceil((to - from) / 1_000 / step);
  const states = Array.from({ length: steps }, (_, index) => zonesOf(from + index * step * 1_000));
  const columnsOf = (zone: string) =>
    states.map((zones) => zones.find((each) => each.zone === zone));
  return {
    from: toTimestamp(from),
    step,
    steps,
    zones: (states[0] ?? []).map(({ zone }) => ({
      zone,
      density: columnsOf(zone).map((state) => state?.reading?.density ?? null),
      coverage: columnsOf(zone).map((state) => (state?.reading ? state.coverage : null)),
    })),
    changes: [],
  };
};
