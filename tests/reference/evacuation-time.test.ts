import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { WhatIfAction } from '@throng/contract';
import { createCrowdEvening, parseSimulatedVenue, type SimulatedVenue } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { outcomeOf, standing, whatIf } from '../unit/control-server/what-if/support.js';

const venueNamed = (name: string): SimulatedVenue => {
  const path = `../../packages/simulation/venues/${name}.yml`;
  const parsed = parseSimulatedVenue(
    parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')),
  );
  if (!parsed.ok) throw new Error(`${name} is no venue`);
  return parsed.value;
};

/** Share of the bounds by which the simulated time may lie beyond them. */
const TOLERANCE = 1 / 3;

/** What the venue's staff knows of its doors: their capacity in a jam, and those that lead one way. */
const knownDoors = ({ simulation, venue }: SimulatedVenue): WhatIfAction[] =>
  (simulation.doors ?? []).flatMap(({ capacity, oneWay, passage }): WhatIfAction[] => {
    const width = venue.passages.find(({ id }) => id === passage)?.width ?? 1;
    const perMinute = 0.85 * 60 * width * (capacity ?? 1.3);
    return [
      ...(oneWay === true ? [{ kind: 'close', passage, direction: 'out' } as const] : []),
      ...(capacity === undefined
        ? []
        : [{ kind: 'limit', passage, direction: 'both', perMinute } as const]),
    ];
  });

/**
 * The simulator is no copy of what is tested: party by party, with doors, speeds and jam densities of
 * its own, and people who choose the nearest way out at once and do not change their mind.
 */
describe('[U] an evacuation against the simulator', () => {
  it.each([
    ['exhibition', 7_000],
    ['festival-field', 9_000],
    ['stadium-stand', 6_000],
  ])('%s clears within a third of the interval’s bounds', (name, at) => {
    const venue = venueNamed(name);
    const incidents = [{ at, evacuate: true } as const];
    const evening = createCrowdEvening(
      { ...venue, simulation: { ...venue.simulation, incidents } },
      3,
    );
    const before = evening.advance(at - 1).at(-1);
    const persons = Object.fromEntries(
      Object.entries(before?.zones ?? {}).map(([zone, truth]) => [zone, truth.persons]),
    );
    const emptied = evening.advance(3_600).findIndex(({ inside }) => inside === 0) + 1;
    const actions = [...knownDoors(venue), { kind: 'evacuate' } as const];
    const { clear } = outcomeOf(
      whatIf(venue.venue, standing(venue.venue, { persons }), actions, 90),
    );
    expect(before?.inside).toBeGreaterThan(500);
    expect(emptied).toBeGreaterThan((1 - TOLERANCE) * (clear.earliest ?? Infinity));
    expect(emptied).toBeLessThan((1 + TOLERANCE) * (clear.latest ?? 0));
  });
});
