import type { SimulatedVenue } from '@throng/simulation';
import { type EveningProfile, profileOf } from '../forecast/evening-profile.js';
import { Forecaster } from '../forecast/forecaster.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { networkOf } from '../forecast/observe-tick.js';
import { limitsOfZone } from '../limits-in-force/limits-of-zone.js';
import type { Rules } from '../processing/rules.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import type { EveningRecord, TickRecord } from './evening-record.js';
import { observeEvening } from './observed-evening.js';
import { simulateEvening } from './simulated-evening.js';

/**
 * A simulated evening through the very code of the server, forecast included.
 *
 * @param profile of former evenings, where there were any.
 */
export const rehearseEvening = (
  simulated: SimulatedVenue,
  seed: number,
  rules: Rules,
  profile: EveningProfile | undefined,
): EveningRecord => {
  const plan = planVenue(simulated.venue);
  const forecaster = new Forecaster(networkOf(plan), profile);
  const ticks: TickRecord[] = [];
  const evening = simulateEvening(simulated, seed, TICK_SECONDS);
  for (const { crossed, observation, time, truth } of observeEvening(plan, rules, evening)) {
    const { minute, outlooks, passages, persons, profiled } = forecaster.advance(observation);
    ticks.push({
      time,
      truth,
      counted: observation.persons.map((persons, zone) => persons / (plan.zones[zone]?.area ?? 1)),
      forecast: { outlooks, persons, profiled },
      crossed,
      counted60: minute,
      flows: passages,
    });
  }
  const zones = plan.zones.map(({ area, definition }) => ({
    id: definition.id,
    area,
    limit: limitsOfZone(definition).bands.warning,
  }));
  return { seed, zones, ticks };
};

/** What former evenings were like, by their own cameras. */
export const rehearsedProfile = (
  simulated: SimulatedVenue,
  seeds: readonly number[],
): EveningProfile | undefined =>
  seeds.length === 0 ? undefined : profileOf(seeds.map((seed) => countedEvening(simulated, seed)));

/** Persons per zone, tick by tick; a camera that is lost counts on as before. */
const countedEvening = (simulated: SimulatedVenue, seed: number): number[][] => {
  const parts = new Map<string, ReadonlyMap<string, number>>();
  const ticks: number[][] = [];
  for (const { windows } of simulateEvening(simulated, seed, TICK_SECONDS).ticks) {
    for (const { camera, zones } of windows) {
      parts.set(camera, new Map(zones.map(({ persons, zone }) => [zone, persons])));
    }
    ticks.push(
      simulated.venue.zones.map(({ id }) =>
        [...parts.values()].reduce((sum, counts) => sum + (counts.get(id) ?? 0), 0),
      ),
    );
  }
  return ticks;
};
