import type { ZoneForecast } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { alertText } from '../../../../dashboard/src/texts/alert-text.js';
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
