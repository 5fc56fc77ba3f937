import { decodeLive } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleVenue } from '../support/sample-messages.js';

const lists = { zones: [], cameras: [], edges: [], grids: [], alerts: [] };
const head = { v: 1, sequence: 3, at: '2026-07-04T19:30:00.000Z' };

describe('[U] live channel', () => {
  it('[LV1] a snapshot with its venue is read', () => {
    const snapshot = { type: 'snapshot', ...head, venue: sampleVenue(), ...lists };
    expect(decodeLive(JSON.stringify(snapshot))).toEqual({ ok: true, value: snapshot });
  });

  it('[LV6] an unknown zone is null, and a reading without numbers is refused', () => {
    const zone = { zone: 'stand', coverage: 0, at: null, reading: null, unknownBecause: 'stale' };
    expect(decodeLive(JSON.stringify({ type: 'delta', ...head, ...lists, zones: [zone] })).ok).toBe(
      true,
    );
    const spoiled = { ...zone, reading: {} };
    expect(
      decodeLive(JSON.stringify({ type: 'delta', ...head, ...lists, zones: [spoiled] })),
    ).toMatchObject({
      ok: false,
      code: 'schema',
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        (text) => typeof decodeLive(text).ok === 'boolean',
      ),
    );
  });
});
