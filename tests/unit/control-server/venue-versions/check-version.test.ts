import { emptyCalendar, type VenueDefinition } from '@throng/contract';
import { checkVenueFile, completeVenueFile } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { checkVersion } from '../../../../control-server/src/venue-versions/check-version.js';
import { decideAtStart } from '../../../../control-server/src/venue-versions/decide-at-start.js';
import { contentText } from '../../../../control-server/src/venue-versions/venue-version.js';
import { VENUE } from '../support/venue.js';

const settings = (server: object = {}) => {
  const checked = checkVenueFile(completeVenueFile({ venue: VENUE, server }, {}));
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  return checked.value.server;
};
const image = 'ab'.repeat(32);
const needs = (server: object = {}) => ({
  server: settings(server),
  venueId: 'hall',
  hasPicture: (id: string) => id === image,
});
const paths = (venue: unknown, calendar: unknown = emptyCalendar, server: object = {}) => {
  const checked = checkVersion({ venue, calendar }, needs(server));
  return checked.ok ? [] : checked.faults.map(({ path }) => path);
};

describe('[U] a version is checked', () => {
  it('as the venue file is, all faults at once', () => {
    expect(paths(VENUE)).toEqual([]);
    expect(paths({ ...VENUE, zones: [] }, { events: 3 })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\/venue\/zones/),
        expect.stringMatching(/^\/calendar/),
      ]),
    );
    expect(paths(undefined, undefined)).toEqual(['']);
  });

  it('against the settings of the server that would have it in force', () => {
    const group = { zones: { stewards: ['east'] } };
    const oidc = {
      ...{ issuer: 'https://id.example', clientId: 'throng', clientSecretFile: 'secret' },
      ...{
        redirectUri: 'https://throng.example/auth/oidc/callback',
        roles: { stewards: 'viewer' },
      },
    };
    const server = { access: { mode: 'accounts', oidc: { ...oidc, ...group } } };
    const [west] = VENUE.zones;
    const cameras = VENUE.cameras.filter(({ id }) => id !== 'stage');
    const westOnly = { ...VENUE, zones: [west], passages: [], cameras };
    expect(paths(westOnly)).toEqual([]);
    expect(paths(westOnly, emptyCalendar, server)).toEqual([
      expect.stringMatching(/^\/server\/access\/oidc\/zones/),
    ]);
  });

  it('for the venue it is of, and for the picture that it names', () => {
    const floorPlan = { image, origin: [0, 0], width: 20, height: 10 };
    expect(paths({ ...VENUE, floorPlan })).toEqual([]);
    expect(
      paths({ ...VENUE, id: 'barn', floorPlan: { ...floorPlan, image: 'cd'.repeat(32) } }),
    ).toEqual(['/venue/id', '/venue/floorPlan/image']);
  });
});

describe('[U] which venue a server starts with', () => {
  const text = (change: Partial<VenueDefinition> = {}) =>
    contentText({ venue: { ...VENUE, ...change }, calendar: emptyCalendar });

  it('the file at first, the file where it was changed, else what was in force', () => {
    expect(decideAtStart(text(), undefined, undefined)).toEqual({ kind: 'first' });
    expect(decideAtStart(text(), text(), 5)).toEqual({ kind: 'as-it-was', version: 5 });
    expect(decideAtStart(text({ name: 'New' }), text(), 5)).toEqual({ kind: 'file-changed' });
  });

  it('the order of fields in the file is no change', () => {
    const { zones, ...others } = VENUE;
    const turned = contentText({ calendar: emptyCalendar, venue: { zones, ...others } });
    expect(decideAtStart(turned, text(), 2)).toEqual({ kind: 'as-it-was', version: 2 });
  });

  it('a server that died between keeping the first version and putting it in force takes the file again', () => {
    expect(decideAtStart(text(), text(), undefined)).toEqual({ kind: 'file-changed' });
  });
});
