import type { Outlook } from './horizons.js';

/**
 * What former evenings of the venue were like: mean persons per zone at each tick since the doors
 * opened. An evening that goes by the same plan is told more by them, ten minutes ahead, than by
 * anything that can be measured now.
 */
export interface EveningProfile {
  /** Persons per zone, tick by tick; not a number at any tick in a zone that none of them knew. */
  readonly ticks: readonly Float64Array[];
}

/** Ticks to either side over which a profile is smoothed: evenings are never on time to the second. */
const REACH = 4;

/**
 * The mean of what is known of former evenings.
 *
 * @param evenings persons per zone, tick by tick, from the opening on; not a number where unknown.
 */
export const profileOf = (evenings: readonly (readonly ArrayLike<number>[])[]): EveningProfile => {
  const length = Math.max(0, ...evenings.map((evening) => evening.length));
  const zones = evenings[0]?.[0]?.length ?? 0;
  const ticks = Array.from({ length }, (_, at) => {
    const sums = new Float64Array(zones);
    const known = new Float64Array(zones);
    for (const evening of evenings) {
      for (let near = at - REACH; near <= at + REACH; near += 1) {
        const persons = evening[Math.min(near, evening.length - 1)];
        for (let zone = 0; zone < zones; zone += 1) {
          const count = persons?.[zone] ?? Number.NaN;
          if (Number.isNaN(count)) continue;
          sums[zone] = (sums[zone] ?? 0) + count;
          known[zone] = (known[zone] ?? 0) + 1;
        }
      }
    }
    return sums.map((sum, zone) => sum / (known[zone] ?? 0));
  });
  return { ticks };
};

/** Persons per zone by the profile; the last tick goes on for ever. Not a number where it knows none. */
export const profiledAt = ({ ticks }: EveningProfile, tick: number): Float64Array =>
  ticks[Math.min(tick, ticks.length - 1)] ?? new Float64Array(0);

/** The same for an outlook from a tick on: at its time, or the most until then. */
export const profiledAhead = (
  profile: EveningProfile,
  tick: number,
  { kind, ticks }: Outlook,
): Float64Array => {
  if (kind === 'at') return profiledAt(profile, tick + ticks);
  const most = Float64Array.from(profiledAt(profile, tick));
  for (let ahead = 1; ahead <= ticks; ahead += 1) {
    const persons = profiledAt(profile, tick + ahead);
    for (let zone = 0; zone < most.length; zone += 1) {
      const count = persons[zone] ?? 0;
      if (count > (most[zone] ?? 0)) most[zone] = count;
    }
  }
  return most;
};
