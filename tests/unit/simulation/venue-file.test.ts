import { readdirSync, readFileSync } from 'node:fs';
import { createCrowdEvening, parseSimulatedVenue, venueCameras } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { arena, arenaFile } from './arena.js';

const clone = () => structuredClone(arena());

describe('a venue file', () => {
  it('[U] the arena is sound', () => {
    expect(parseSimulatedVenue(arenaFile())).toMatchObject({ ok: true });
  });

  const venues = new URL('../../../packages/simulation/venues/', import.meta.url);

  it.each(readdirSync(venues))('[U] %s is sound, and its evening begins', (name) => {
    const checked = parseSimulatedVenue(parse(readFileSync(new URL(name, venues), 'utf8')));
    expect(checked).toMatchObject({ ok: true });
    if (!checked.ok) return;
    expect(`${checked.value.venue.id}.yml`).toBe(name);
    expect(createCrowdEvening(checked.value, 1).advance(900).at(-1)?.entered).toBeGreaterThan(0);
  });

  it('[U] every fault is told at once, with its path', () => {
    const file = clone();
    const [stop] = file.simulation.itineraries[0]?.stops ?? [];
    if (stop === undefined) throw new Error('The arena has no itinerary.');
    stop.place = 'nowhere';
    stop.until = 'encore';
    file.simulation.places.push({ id: 'roof', zone: 'attic' });
    file.simulation.entrances.push({ passage: 'gate-a', share: 0.1 });
    file.simulation.incidents?.push({ at: 5, passage: 'gate-z', capacity: 0 });
    const checked = parseSimulatedVenue(file);
    expect(checked.ok ? [] : checked.faults.map(({ path }) => path)).toEqual([
      '/simulation/entrances/2/passage',
      '/simulation/incidents/2/passage',
      '/simulation/places/3/zone',
      '/simulation/itineraries/0/stops/0/place',
      '/simulation/itineraries/0/stops/0/until',
      '/simulation/itineraries/0/stops/0',
    ]);
  });

  it('[U] a zone that bends inwards is refused with a remedy', () => {
    const file = clone();
    const [zone] = file.venue.zones;
    if (zone === undefined) throw new Error('The arena has no zone.');
    zone.polygon = [
      [0, 0],
      [8, 0],
      [8, 4],
      [4, 1],
      [0, 4],
    ];
    const checked = parseSimulatedVenue(file);
    expect(checked.ok ? '' : checked.faults.map(({ message }) => message).join()).toContain(
      'split it into convex zones',
    );
  });

  it('[U] a place that nobody can get to is told, with the entrance that does not lead there', () => {
    const file = clone();
    file.venue.passages = file.venue.passages.filter(({ id }) => id !== 'stairs-foot');
    file.simulation.doors = file.simulation.doors.filter(
      ({ passage }) => passage !== 'stairs-foot',
    );
    const checked = parseSimulatedVenue(file);
    expect(checked.ok ? [] : checked.faults).toEqual(
      ['street-a', 'street-b'].map((street, index) => ({
        path: `/simulation/entrances/${index}/passage`,
        message: `no way leads from "${street}" to place "seats"; add a passage, or take "oneWay" from one`,
      })),
    );
  });

  it('[U] a zone without a way out is told: nobody would ever go home', () => {
    const file = clone();
    const exits = file.venue.passages.filter(({ to }) => to === 'outside').map(({ id }) => id);
    file.venue.passages = file.venue.passages.filter(({ id }) => !exits.includes(id));
    file.simulation.doors = file.simulation.doors.filter(({ passage }) => !exits.includes(passage));
    const checked = parseSimulatedVenue(file);
    expect(checked.ok ? [] : checked.faults.map(({ message }) => message)).toContain(
      'who comes in by "street-a" never gets out of "queue-a"; add a passage to "outside"',
    );
  });

  it('[U] a file that is no simulated venue is told what one has', () => {
    const told = (file: unknown): readonly string[] => {
      const checked = parseSimulatedVenue(file);
      return checked.ok ? [] : checked.faults.map(({ message }) => message);
    };
    expect(told(null)).toEqual(['must be a mapping with "venue:" and "simulation:"']);
    expect(told(['a'])).toEqual(['must be a mapping with "venue:" and "simulation:"']);
    expect(told({ venue: clone().venue })).toEqual([
      expect.stringMatching(/^has no "simulation:".*packages\/simulation\/venues/),
    ]);
  });

  it('[U] an unknown field is refused', () => {
    const checked = parseSimulatedVenue({ ...clone(), weather: 'rain' });
    expect(checked.ok ? [] : checked.faults).toMatchObject([
      { path: '', message: 'unknown field "weather"' },
    ]);
  });

  it('[U] every camera of the venue hangs somewhere', () => {
    const { venue } = arena();
    expect(venueCameras(arena()).map(({ id }) => id)).toEqual(venue.cameras.map(({ id }) => id));
  });

  it('[U] spans that fall, shares of nothing, names twice and lines far away are told at once', () => {
    const file = clone();
    file.simulation.incidents = [{ at: [600, 300], seconds: [90, 60], passage: 'gate-b' }];
    const [stop] = file.simulation.itineraries[0]?.stops ?? [];
    if (stop === undefined) throw new Error('The arena has no stop.');
    delete stop.until;
    stop.seconds = [120, 40];
    file.simulation.parties = [0, 0];
    file.simulation.places.push({ id: 'seats', zone: 'stand' });
    const [street] = file.venue.passages;
    if (street === undefined) throw new Error('The arena has no passage.');
    street.line = [
      [220, 5],
      [214, 5],
    ];
    const checked = parseSimulatedVenue(file);
    expect(checked.ok ? [] : checked.faults).toEqual([
      {
        path: '/simulation/incidents/0/at',
        message: 'must rise: [600, 300] is from the later to the earlier; write [300, 600]',
      },
      {
        path: '/simulation/incidents/0/seconds',
        message: 'must rise: [90, 60] is from the later to the earlier; write [60, 90]',
      },
      {
        path: '/simulation/itineraries/0/stops/0/seconds',
        message: 'must rise: [120, 40] is from the later to the earlier; write [40, 120]',
      },
      { path: '/simulation/parties', message: 'all shares are 0; give at least one more' },
      { path: '/simulation/places/3/id', message: '"seats" is named twice' },
      {
        path: '/venue/passages/0/line',
        message:
          '"street-a" lies 195.0 m from zone "queue-a"; draw it where the zone ends (2 m at most)',
      },
    ]);
  });
});
