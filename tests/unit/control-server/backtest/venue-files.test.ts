import { readdirSync, readFileSync } from 'node:fs';
import { momentAt } from '@throng/contract';
import { parseSimulatedVenue } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DOORS_AT } from '../../../../control-server/src/backtest/simulated-evening.js';
import {
  checkVenueFile,
  completeVenueFile,
} from '../../../../control-server/src/settings/check-venue-file.js';

const folder = new URL('../../../../packages/simulation/venues/', import.meta.url);
const MINUTE = 60_000;

describe('the simulated venues as files to copy', () => {
  it.each(readdirSync(folder))(
    '[U] %s is a server’s venue file once its simulation is left out',
    (name) => {
      const { simulation: _, ...copied } = parse(readFileSync(new URL(name, folder), 'utf8'));
      expect(checkVenueFile(completeVenueFile(copied, {}))).toMatchObject({ ok: true });
    },
  );

  it.each(readdirSync(folder))('[U] %s plans the phases that its evenings have', (name) => {
    const checked = parseSimulatedVenue(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
    const { calendar, simulation } = checked.value;
    if (calendar === undefined) throw new Error(`${name} has no calendar.`);
    let at = DOORS_AT;
    for (const { id, seconds } of simulation.phases) {
      const middle = at + (seconds * 1_000) / 2;
      expect(momentAt(calendar, middle)?.phase.id).toBe(id);
      at += seconds * 1_000;
    }
    expect(momentAt(calendar, at - 1)?.phase.id).toBe(simulation.phases.at(-1)?.id);
    expect(momentAt(calendar, at + MINUTE)).toBeUndefined();
  });

  it('[U] a calendar that contradicts itself is told with its path, among the other faults', () => {
    const content = parse(readFileSync(new URL('arena.yml', folder), 'utf8'));
    content.calendar.events[0].plan = 'opera';
    content.simulation.places[0].zone = 'attic';
    const checked = parseSimulatedVenue(content);
    expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual([
      '/calendar/events/0/plan',
      '/simulation/places/0/zone',
    ]);
  });

  it('[U] a venue needs no calendar', () => {
    const { calendar: _, ...plain } = parse(readFileSync(new URL('arena.yml', folder), 'utf8'));
    expect(parseSimulatedVenue(plain)).toMatchObject({ ok: true });
  });
});
