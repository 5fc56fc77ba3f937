import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../../dashboard/src/state/editor/checks.js';
import { movedBy, withCorners } from '../../../../dashboard/src/state/editor/corners.js';
import { placedFault } from '../../../../dashboard/src/state/editor/fault-place.js';
import { venueWarnings } from '../../../../dashboard/src/state/editor/venue-warnings.js';
import { hall, hallDraft } from './hall.js';

const west = { list: 'zones', index: 0 } as const;
const mast = { list: 'cameras', index: 0 } as const;

describe('[U] faults of a draft', () => {
  it('are those that the server would refuse it for, each at its place on the map', () => {
    const venue = movedBy(hall, west, 5, 0);
    expect(checksOf({ ...hallDraft, venue }).faults).toMatchObject([
      { path: '/zones/1', part: 'venue', ref: { list: 'zones', index: 1 }, field: '' },
    ]);
  });

  it('are found in the calendar too', () => {
    const calendar = {
      plans: [],
      events: [{ id: 'gala', name: 'Gala', plan: 'show', doorsAt: '2026-11-23T18:00:00.000Z' }],
    };
    expect(checksOf({ ...hallDraft, calendar }).faults).toMatchObject([
      { path: '/events/0/plan', part: 'calendar', ref: null },
    ]);
  });

  it('tell of bands for a phase that no plan has', () => {
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const zones = hall.zones.map((zone) => ({ ...zone, bandsByPhase: { egress: bands } }));
    const calendar = {
      plans: [
        {
          id: 'show',
          name: 'Show',
          endMinute: 60,
          phases: [{ id: 'egress', name: 'Egress', fromMinute: 0 }],
        },
      ],
      events: [],
    };
    const venue = { ...hall, zones };
    expect(
      checksOf({ venue, calendar: { plans: [], events: [] } }).faults.map(({ path }) => path),
    ).toEqual(['/zones/0/bandsByPhase/egress', '/zones/1/bandsByPhase/egress']);
    expect(checksOf({ venue, calendar }).faults).toEqual([]);
  });

  it('have a place only where their path names one', () => {
    const at = (path: string) => placedFault('venue', { path, message: 'm' });
    expect(at('/zones/3/bands/watch')).toMatchObject({
      ref: { list: 'zones', index: 3 },
      field: '/bands/watch',
    });
    expect(at('/walls/0')).toMatchObject({ ref: { list: 'walls', index: 0 } });
    expect(at('/zones')).toMatchObject({ ref: null, field: '/zones' });
    expect(at('/name')).toMatchObject({ ref: null, field: '/name' });
    expect(placedFault('calendar', { path: '/plans/0/id', message: 'm' }).ref).toBeNull();
  });
});

describe('[U] warnings of a draft', () => {
  it('say nothing of a sound hall', () => {
    // Held: 400 m² of walkway at level D. Carried: 4 m · 82/min · 8 min.
    expect(venueWarnings(hall)).toEqual([]);
  });

  it('name zones that no passages join to the outside, however far they are', () => {
    const [street] = hall.passages;
    if (street === undefined) throw new Error('the hall has a street door');
    expect(venueWarnings({ ...hall, passages: [street] })).toMatchObject([
      { kind: 'cut-off', name: 'East room', ref: { list: 'zones', index: 1 } },
    ]);
    expect(venueWarnings({ ...hall, passages: [] })).toMatchObject([{ kind: 'no-way-out' }]);
  });

  it('measure the floor that no camera covers', () => {
    const venue = withCorners(hall, mast, [
      [0, 0],
      [25, 0],
      [25, 10],
      [0, 10],
    ]);
    expect(venueWarnings(venue)).toMatchObject([
      { kind: 'uncovered', name: 'East room', share: 0.75, area: 150 },
    ]);
  });

  it('count ground under two cameras once', () => {
    const cameras = [...hall.cameras, ...hall.cameras.map((each) => ({ ...each, id: 'twin' }))];
    expect(venueWarnings({ ...hall, cameras })).toEqual([]);
    expect(checksOf({ ...hallDraft, venue: { ...hall, cameras } }).faults).toMatchObject([
      { path: '/cameras/1', message: expect.stringContaining('overlaps') },
    ]);
  });

  it('name cameras that watch no zone, or too little ground', () => {
    const away = { id: 'away', name: 'Away', edge: 'box-1' };
    const at = (size: number) =>
      venueWarnings({
        ...hall,
        cameras: [
          ...hall.cameras,
          {
            ...away,
            area: [
              [60, 0],
              [60 + size, 0],
              [60 + size, size],
              [60, size],
            ],
          },
        ],
      });
    expect(at(5)).toMatchObject([{ kind: 'idle-camera', name: 'Away' }]);
    expect(at(3)).toMatchObject([{ kind: 'small-camera', name: 'Away', area: 9 }]);
  });

  it('say how many metres of exits are missing', () => {
    const zones = hall.zones.map((zone) => ({ ...zone, kind: 'viewing' as const }));
    // 940 per room held, at 4.7 /m²; 1 m of exit carries 82 · 8.
    const passages = hall.passages.map((each) => ({ ...each, width: 1 }));
    const [warning] = venueWarnings({ ...hall, zones, passages });
    expect(warning).toMatchObject({
      kind: 'exits-too-small',
      carried: 656,
      held: 1880,
      minutes: 8,
    });
    if (warning?.kind !== 'exits-too-small') throw new Error('another warning');
    const wide = hall.passages.map((each) => ({ ...each, width: 1.001 + warning.missingMetres }));
    expect(venueWarnings({ ...hall, zones, passages: wide })).toEqual([]);
  });

  it('plan fewer over a door that leads to stairs', () => {
    const zones = hall.zones.map((zone) => ({ ...zone, kind: 'stairs' as const }));
    const passages = hall.passages.map((each) => ({ ...each, width: 0.1 }));
    expect(venueWarnings({ ...hall, zones, passages })[0]).toMatchObject({ carried: 52 });
  });
});
