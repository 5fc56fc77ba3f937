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

/** Persons in a zone by the profile; the last tick goes on for ever. Undefined where it knows none. */
export const profiled = (
  profile: EveningProfile | undefined,
  zone: number,
  tick: number,
): number | undefined => {
  const persons = profile?.ticks[Math.min(tick, profile.ticks.length - 1)]?.[zone];
  return Number.isNaN(persons) ? undefined : persons;
};

/** The same for an outlook from a tick on: at its time, or the most until then. */
export const profiledAhead = (
  profile: EveningProfile | undefined,
  zone: number,
  tick: number,
  { kind, ticks }: Outlook,
): number | undefined => {
  if (kind === 'at' || profile === undefined) return profiled(profile, zone, tick + ticks);
  let most = profiled(profile, zone, tick);
  if (most === undefined) return undefined;
  for (let ahead = 1; ahead <= ticks; ahead += 1) {
    most = Math.max(most, profiled(profile, zone, tick + ahead) ?? 0);
  }
  return most;
};
