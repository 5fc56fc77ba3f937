import type { Alert, ZoneForecast } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { limitsInForce } from '../../../../dashboard/src/state/limits-in-force.js';
import { alertText } from '../../../../dashboard/src/texts/alert-text.js';
import { originText } from '../../../../dashboard/src/texts/limit-text.js';
import { share } from '../../../../dashboard/src/texts/numbers.js';
import { duration } from '../../../../dashboard/src/texts/times.js';
import {
  personsWithBasis,
  trendText,
  unknownText,
} from '../../../../dashboard/src/texts/zone-text.js';
import {
  AT,
  banded,
  densityAlert,
  EVENT,
  forecastAlert,
  foreseen,
  measured,
  pictureOf,
  unknown,
} from '../live-samples.js';

/** Numbers keep to their units by a space that does not break; here it may be any. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('[U] alert texts', () => {
  it('a density alert says the value now, the limit, how long, where it goes and what clears it', () => {
    const gate = measured('gate', 3.9);
    const rising = { ...gate, reading: gate.reading && { ...gate.reading, trend: 0.4 } };
    const picture = { ...pictureOf({ zones: [rising] }), at: EVENT + 2_000 };
    const { where, what, zone } = alertText(densityAlert('a'), picture);
    expect([where, zone]).toEqual(['Gate', 'gate']);
    expect(plain(what)).toBe(
      '3.9 persons/m² (limit 3.5) for 12 s, rising 0.4/min; clears below 3.15 for 30 s',
    );
  });

  it('says so when the zone of an active alert is not seen any more', () => {
    const { what } = alertText(densityAlert('a'), pictureOf({ zones: [unknown('gate')] }));
    expect(plain(what)).toBe(
      'Zone not seen now; 3.6 persons/m² (limit 3.5); clears below 3.15 for 30 s',
    );
  });

  it('says when only a part of the zone is seen', () => {
    const picture = pictureOf({ zones: [measured('gate', 3.9, { coverage: 0.6 })] });
    expect(plain(alertText(densityAlert('a'), picture).what)).toContain(
      'only 60 % of the zone seen',
    );
  });

  describe('of a density that its movement makes worse', () => {
    const told = (reason: object, change: Partial<Alert> = {}) => {
      const alert = densityAlert('a', change);
      if (alert.reason.kind !== 'density') throw new Error('the sample is of a density');
      const picture = pictureOf({ zones: [measured('gate', 1.9)] });
      return plain(alertText({ ...alert, reason: { ...alert.reason, ...reason } }, picture).what);
    };
    const lowered = { density: 1.8, threshold: 1.5, clearsBelow: 1.35, trend: 0 };

    it('says what raised it one level, with its figures', () => {
      expect(told({ ...lowered, aggravations: [{ kind: 'stop-and-go', share: 0.38 }] })).toBe(
        '1.9 persons/m² (limit 1.5) for 10 s; one level higher: stop-and-go in 38 % of the crowd; clears below 1.35 for 30 s',
      );
      const slowed = { kind: 'slowed-outflow', passage: 'door-2', perMinute: 61, queue: 104 };
      const aggravations = [
        { ...slowed, capacityPerMinute: 96 },
        { kind: 'counterflow', index: 0.5 },
      ];
      expect(told({ ...lowered, aggravations })).toContain(
        'one level higher: Door D2 lets 61/min out of the 96 it can, 104 wait and counterflow, 25 % against the rest',
      );
    });

    it('calls crowd pressure an emergency, with the speed that makes it one', () => {
      const moving = { meanSpeed: 0.2, speedVariance: 0.01, windowSeconds: 1 };
      const aggravations = [{ kind: 'compression', pressure: 0.042, ...moving }];
      expect(told({ ...lowered, aggravations })).toContain(
        'emergency: crowd pressure 0.042/s² at 0.2 m/s',
      );
    });

    it('names the phase that its limit is for', () => {
      const phase = { id: 'egress', name: 'Way out' };
      expect(told({ ...lowered, limitFrom: { from: 'venue', phase } })).toContain(
        '(limit 1.5, Way out)',
      );
    });

    it('counts the time above the limit from the last change, not from the first raise', () => {
      const raisedAt = '2026-07-04T19:00:00.000Z';
      expect(told(lowered, { raisedAt })).toContain('for 10 s');
    });
  });

  it('a lost camera says why, since when and what is blind now', () => {
    const alert = densityAlert('a', {
      category: 'system',
      reason: {
        kind: 'camera-lost',
        camera: 'left',
        edge: 'box',
        because: 'edge-offline',
        lastMeasuredAt: AT,
        zones: ['gate', 'stage'],
      },
    });
    const { where, what } = alertText(alert, { ...pictureOf(), at: EVENT + 65_000 });
    expect(where).toBe('Left mast');
    expect(plain(what)).toBe(
      'Agent box is offline, last measured 1 min 05 s ago; blind: Gate, Stage',
    );
  });

  it('a failing store says what is lost, and that the live picture is not', () => {
    const reason = { kind: 'store-failing', code: 'disk-full', rowsLost: 1_204 } as const;
    expect(alertText(densityAlert('a', { category: 'system', reason }), pictureOf()).what).toBe(
      'Cannot be written (disk-full); 1,204 rows lost so far. Live picture unaffected',
    );
  });
});

describe('[U] zone texts', () => {
  it('gives the count with its error, and a lower bound where a part is not seen', () => {
    expect(plain(personsWithBasis(measured('gate', 0.42)))).toBe('42 ± 4');
    expect(plain(personsWithBasis(measured('gate', 0.42, { coverage: 0.6 })))).toBe(
      '≥ 42 ± 4 (60 % seen)',
    );
    expect(plain(personsWithBasis(unknown('gate')))).toBe('?');
  });

  it('says why a zone is unknown, and for how long', () => {
    expect(plain(unknownText(unknown('gate'), EVENT))).toBe('camera silent, last seen 34 s ago');
    expect(plain(unknownText({ ...unknown('gate'), at: null }, EVENT))).toBe('camera silent');
  });

  it('calls a trend by its direction', () => {
    const trendOf = (trend: number | null) =>
      trendText(banded('gate', 'normal', trend).reading?.trend ?? null);
    expect([0.4, -0.4, 0.02, null].map(trendOf)).toEqual([
      'rising 0.4/min',
      'falling 0.4/min',
      'steady',
      'trend not known yet',
    ]);
  });
});

describe('[U] numbers and times', () => {
  it('never rounds a share to all or to nothing', () => {
    expect([0, 0.001, 0.6, 0.999, 1].map(share).map(plain)).toEqual([
      '0 %',
      '1 %',
      '60 %',
      '99 %',
      '100 %',
    ]);
  });

  it('gives a span in its two largest units', () => {
    expect([0, 12.4, 59.6, 125, 3_599.9, 7_620, 187_200].map(duration).map(plain)).toEqual([
      '0 s',
      '12 s',
      '1 min 00 s',
      '2 min 05 s',
      '1 h 00 min',
      '2 h 07 min',
      '2 d 4 h',
    ]);
  });
});

describe('[U] forecast texts', () => {
  const told = (alert: ReturnType<typeof forecastAlert>, ...forecasts: ZoneForecast[]) =>
    plain(alertText(alert, pictureOf({ zones: [measured('gate', 2.9)], forecasts })).what);

  it('says what will be passed, when, how surely, how full it is now, and who fills it', () => {
    expect(told(forecastAlert('f'), foreseen())).toBe(
      'Will pass 3.5 persons/m² in about 3 min (60 s to 7 min), 82 % sure; now 2.9; Gate B 96/min in, Door D2 61/min out at 97 % of planned capacity',
    );
  });

  it('keeps to what was expected when it was raised where the page has no forecast', () => {
    expect(told(forecastAlert('f'))).toContain('in about 4 min (60 s to 7 min), 70 % sure');
  });

  it('says so where the zone cannot be foreseen any more', () => {
    const blind = foreseen({ ahead: null, unknownBecause: 'too-little-seen' });
    expect(told(forecastAlert('f'), blind)).toBe(
      'Not foreseen now: too little of it seen. Was expected to pass 3.5 persons/m², 70 % sure',
    );
  });

  it('once cleared says what was expected', () => {
    expect(told(forecastAlert('f', { state: 'cleared' }), foreseen())).toBe(
      'Was expected to pass 3.5 persons/m², 70 % sure',
    );
  });

  it('a limit that is likely, but not expected, to be passed has no time', () => {
    const { ahead } = foreseen();
    if (ahead === null) throw new Error('the sample foresees something');
    const passing = { ...ahead.passing, expectedSeconds: null, latestSeconds: null };
    expect(told(forecastAlert('f'), foreseen({ ahead: { ...ahead, passing } }))).toMatch(
      /^May pass 3.5 persons\/m² within minutes, 82 % sure/,
    );
  });
});

describe('[U] limits in force', () => {
  const [gate] = pictureOf().venue.zones;
  const told = (bands: object, change: Partial<ReturnType<typeof measured>> = {}) => {
    if (gate === undefined) throw new Error('the sample venue has a gate');
    const limits = limitsInForce({ ...gate, ...bands }, measured('gate', 1, change));
    return [limits.bands.warning, originText(limits.origin)];
  };
  const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };

  it('[LV14] are what the server says, else the zone’s own, else the defaults of its kind', () => {
    const phase = { id: 'egress', name: 'Way out' };
    const limits = { bands: { ...bands, warning: 2.5 }, origin: { from: 'venue', phase } } as const;
    expect(told({ bands }, { limits })).toEqual([2.5, 'Way out: rule of the venue']);
    expect(told({ bands })).toEqual([2, 'set for this zone']);
    expect(told({})).toEqual([3.5, 'default for its kind']);
  });
});
