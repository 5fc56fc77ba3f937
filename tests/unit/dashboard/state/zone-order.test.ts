import { describe, expect, it } from 'vitest';
import { isComplete, venueSummary } from '../../../../dashboard/src/state/venue-summary.js';
import { zoneCameras } from '../../../../dashboard/src/state/zone-cameras.js';
import { byRisk, zoneRows } from '../../../../dashboard/src/state/zone-order.js';
import {
  banded,
  densityAlert,
  forecastAlert,
  measured,
  pictureOf,
  unknown,
  venue,
} from '../live-samples.js';

const rowsOf = (...states: ReturnType<typeof measured>[]) =>
  states.map((state) => ({
    zone: { id: state.zone, name: state.zone, kind: 'queue' as const, polygon: [] },
    state,
    isWarned: false,
  }));

describe('[U] zone list', () => {
  it('puts the worst first, and unknown above watch', () => {
    const rows = rowsOf(
      banded('normal', 'normal'),
      banded('watch', 'watch'),
      unknown('unknown'),
      banded('warning', 'warning'),
      banded('emergency', 'emergency'),
      banded('critical', 'critical'),
    ).sort(byRisk);
    expect(rows.map(({ zone }) => zone.id)).toEqual([
      'emergency',
      'critical',
      'warning',
      'unknown',
      'watch',
      'normal',
    ]);
  });

  it('puts rising before steady before falling within a band, and else keeps the order of the venue', () => {
    const rows = rowsOf(
      banded('falling', 'watch', -0.3),
      banded('steady-1', 'watch', 0.01),
      banded('rising', 'watch', 0.3),
      banded('steady-2', 'watch', -0.01),
    ).sort(byRisk);
    expect(rows.map(({ zone }) => zone.id)).toEqual(['rising', 'steady-1', 'steady-2', 'falling']);
  });

  it('takes a zone of which the server says nothing for unknown, not for empty', () => {
    const [, stage] = zoneRows(pictureOf({ zones: [measured('gate')] }));
    expect(stage?.state).toMatchObject({ reading: null, unknownBecause: 'never-measured' });
  });

  it('marks a zone that is expected to pass its limit, until that alert is cleared', () => {
    const isWarned = (alert: ReturnType<typeof densityAlert>) =>
      zoneRows(pictureOf({ alerts: [alert] })).map((row) => row.isWarned);
    expect(isWarned(forecastAlert('f'))).toEqual([true, false]);
    expect(isWarned(forecastAlert('f', { state: 'cleared' }))).toEqual([false, false]);
    expect(isWarned(densityAlert('d'))).toEqual([false, false]);
  });
});

describe('[U] venue summary', () => {
  it('adds persons, and their errors in quadrature', () => {
    const summary = venueSummary(rowsOf(measured('a', 1), measured('b', 2)));
    expect(summary.persons).toBe(300);
    expect(summary.sigma).toBeCloseTo(Math.sqrt(32), 9);
    expect(isComplete(summary)).toBe(true);
  });

  it('is not complete with a zone unknown or partly seen', () => {
    const partial = venueSummary(rowsOf(measured('a', 1, { coverage: 0.6 })));
    expect(isComplete(partial)).toBe(false);
    expect(isComplete(venueSummary(rowsOf(measured('a'), unknown('b'))))).toBe(false);
  });

  it('knows no number where nothing is measured', () => {
    expect(venueSummary(rowsOf(unknown('a')))).toMatchObject({
      persons: null,
      sigma: null,
      measured: 0,
    });
  });
});

describe('[U] cameras behind a zone', () => {
  it('gives each with its share of the zone, none that only touches it', () => {
    const shares = zoneCameras(venue, 'stage').map(({ camera, share }) => [camera.id, share]);
    expect(shares).toEqual([['right', 0.6]]);
  });
});
