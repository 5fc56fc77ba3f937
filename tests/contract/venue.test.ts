import { parseVenue, type VenueDefinition } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { sampleVenue } from '../support/sample-messages.js';

const faults = (value: unknown) => {
  const result = parseVenue(value);
  return result.ok ? [] : result.faults.map(({ path, message }) => `${path} ${message}`);
};
const change = (spoil: (venue: VenueDefinition) => void) => {
  const venue = structuredClone(sampleVenue());
  spoil(venue);
  return faults(venue);
};
const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('the sample is not empty');
  return item;
};

describe('[U] venue definition', () => {
  it('accepts a sound venue', () => {
    expect(faults(sampleVenue())).toEqual([]);
  });

  it('[VD1] an id used twice is named', () => {
    expect(
      change((venue) =>
        venue.cameras.push({
          ...first(venue.cameras),
          area: [
            [50, 0],
            [60, 0],
            [60, 9],
          ],
        }),
      ),
    ).toEqual(['/cameras/2/id "gate-a" is used twice; ids must differ']);
  });

  it('[VD1] "outside" is reserved', () => {
    expect(change((venue) => Object.assign(first(venue.zones), { id: 'outside' }))).toContain(
      '/zones/0/id "outside" is reserved',
    );
  });

  it('[VD1] no edge is called "server"', () => {
    expect(change((venue) => Object.assign(first(venue.cameras), { edge: 'server' }))).toContain(
      '/cameras/0/edge "server" is reserved; name the edge otherwise',
    );
  });

  it('[VD2] a polygon that crosses itself is refused', () => {
    const bow: [number, number][] = [
      [0, 0],
      [20, 10],
      [20, 0],
      [0, 10],
    ];
    const [fault] = change((venue) => Object.assign(first(venue.zones), { polygon: bow }));
    expect(fault).toMatch(/^\/zones\/0\/polygon /);
  });

  it('[VD3] overlapping zones are refused with the shared area', () => {
    const [fault] = change((venue) =>
      venue.zones.push({
        id: 'extra',
        name: 'Extra',
        kind: 'queue',
        polygon: [
          [10, 5],
          [30, 5],
          [30, 9],
          [10, 9],
        ],
      }),
    );
    expect(fault).toBe(
      '/zones/2 "extra" overlaps "concourse" by 40.0 m²; people there would count twice',
    );
  });

  it('[VD9] a floor plan is a picture by its hash, with a place and sides in metres', () => {
    const image = '5f'.repeat(32);
    const plan = { image, origin: [-4, 2.5], width: 120, height: 80.5 };
    expect(change((venue) => Object.assign(venue, { floorPlan: plan }))).toEqual([]);
    for (const [path, wrong] of [
      ['/image', { ...plan, image: 'plan.png' }],
      ['/image', { ...plan, image: image.toUpperCase() }],
      ['/width', { ...plan, width: 0 }],
      ['/height', { ...plan, height: -2 }],
      ['/origin', { ...plan, origin: [1] }],
      [' unknown field "data"', { ...plan, data: 'data:image/png;base64,AAAA' }],
    ] as const) {
      const faults = change((venue) => Object.assign(venue, { floorPlan: wrong })).join();
      expect(faults, path).toContain(`/floorPlan${path}`);
    }
  });

  it('[VD8] a zone says what people come to it for, in known words only', () => {
    expect(change((venue) => Object.assign(first(venue.zones), { serves: 'medical' }))).toEqual([]);
    expect(
      change((venue) => Object.assign(first(venue.zones), { serves: 'beer' })).join(),
    ).toContain('/zones/0/serves');
  });

  it('[VD4] bands that do not rise are refused', () => {
    const bands = { watch: 2, warning: 1, critical: 3, emergency: 4 };
    expect(change((venue) => Object.assign(first(venue.zones), { bands }))).toEqual([
      '/zones/0/bands must rise from watch to emergency',
    ]);
  });

  it('[VD4] bands of a phase that do not rise are refused', () => {
    const rising = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const bandsByPhase = { doors: rising, egress: { ...rising, critical: 2 } };
    expect(change((venue) => Object.assign(first(venue.zones), { bandsByPhase }))).toEqual([
      '/zones/0/bandsByPhase/egress must rise from watch to emergency',
    ]);
  });

  it('[VD5] overlapping camera areas are refused', () => {
    const [fault] = change((venue) =>
      Object.assign(first(venue.cameras), {
        area: [
          [0, 0],
          [20, 0],
          [20, 12],
          [0, 12],
        ],
      }),
    );
    expect(fault).toBe(
      '/cameras/1 "stand-1" overlaps "gate-a" by 40.0 m²; people there would count twice',
    );
  });

  it('[VD6] a passage to nowhere is refused', () => {
    expect(change((venue) => Object.assign(first(venue.passages), { to: 'roof' }))).toEqual([
      '/passages/0/to no zone "roof"; name a zone or "outside"',
    ]);
  });

  it('[VD7] all faults come at once', () => {
    const all = change((venue) => {
      Object.assign(first(venue.passages), { from: 'cellar', to: 'roof' });
      Object.assign(first(venue.zones), { id: 'outside' });
    });
    expect(all.length).toBeGreaterThanOrEqual(3);
  });

  it.each([null, 3, 'venue', [], {}])('[VD7] %j is refused, not thrown at', (value) => {
    expect(faults(value).length).toBeGreaterThan(0);
  });
});
