import { readFileSync } from 'node:fs';
import { parseSimulatedVenue, type SimulatedVenue } from '@throng/simulation';
import { parse } from 'yaml';

const file = new URL('../../../packages/simulation/venues/arena.yml', import.meta.url);

/** The demo's venue, a fresh copy each time. */
export const arenaFile = (): unknown => parse(readFileSync(file, 'utf8'));

export const arena = (): SimulatedVenue => {
  const checked = parseSimulatedVenue(arenaFile());
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value;
};

/** The same evening without its incident. */
export const calmArena = (): SimulatedVenue => {
  const venue = arena();
  return { ...venue, simulation: { ...venue.simulation, incidents: [] } };
};
