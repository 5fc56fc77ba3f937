import { checkVenueFile, completeVenueFile } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { VENUE } from '../support/venue.js';

const faults = (report: object, venue: object = VENUE): string => {
  const checked = checkVenueFile(completeVenueFile({ venue, server: { report } }, {}));
  return checked.ok ? '' : checked.faults.map(({ message, path }) => `${path} ${message}`).join();
};

describe('[U] settings of reports', () => {
  it('take a step of a minute or more, and nothing finer', () => {
    expect(faults({ stepSeconds: 60 })).toBe('');
    expect(faults({ stepSeconds: 59 })).toContain('/server/report/stepSeconds');
  });

  it('take a time zone that there is', () => {
    expect(faults({ timeZone: 'Europe/Berlin' })).toBe('');
    expect(faults({ timeZone: 'Europe/Atlantis' })).toContain('no such time zone');
  });

  it('refuse to leave out counts that are past the watch limit of a zone', () => {
    const [west, ...others] = VENUE.zones;
    const small = {
      ...west,
      polygon: [
        [0, 0],
        [4, 0],
        [4, 3],
        [0, 3],
      ],
    };
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const venue = {
      ...VENUE,
      zones: [{ ...small, bands }, ...others],
      passages: [],
    };
    expect(faults({ suppressBelow: 12 }, venue)).toBe('');
    expect(faults({ suppressBelow: 13 }, venue)).toMatch(/would hide danger in ".+".*take 12/);
    const phased = { ...small, bands, bandsByPhase: { egress: { ...bands, watch: 0.5 } } };
    expect(faults({ suppressBelow: 12 }, { ...venue, zones: [phased, ...others] })).toMatch(
      /would hide danger in ".+".*take 6/,
    );
  });
});
