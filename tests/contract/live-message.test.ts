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

  describe('[LV8] forecasts', () => {
    const horizon = { seconds: 60, density: 1, low80: 0.8, high80: 1.2, low95: 0.5, high95: 1.5 };
    const never = { expectedSeconds: null, earliestSeconds: null, latestSeconds: null };
    const passing = { limit: 2.2, probability: 0.1, withinSeconds: 300, ...never };
    const known = {
      zone: 'stand',
      at: head.at,
      ahead: { density: 1, horizons: [horizon], passing },
      unknownBecause: null,
    };
    const read = (forecast: object) =>
      decodeLive(JSON.stringify({ type: 'delta', ...head, ...lists, forecasts: [forecast] }));

    it('[LV8] a forecast is read, and a limit that is not expected to be passed has null times', () => {
      expect(read(known)).toMatchObject({ ok: true, value: { forecasts: [known] } });
    });

    it('[LV8] what is not foreseen is null with its reason', () => {
      const unknown = { ...known, ahead: null, unknownBecause: 'too-early' };
      expect(read(unknown).ok).toBe(true);
      expect(read({ ...unknown, unknownBecause: 'no idea' }).ok).toBe(false);
    });

    it('[LV8] a probability above 1, a negative density or an unknown field is refused', () => {
      const { ahead } = known;
      const spoilt = [
        { ...ahead, passing: { ...passing, probability: 1.1 } },
        { ...ahead, horizons: [{ ...horizon, low95: -0.1 }] },
        { ...ahead, guess: 1 },
      ];
      for (const each of spoilt) expect(read({ ...known, ahead: each }).ok).toBe(false);
    });
  });

  it('[LV14] the limits in force come with their rule, and with nothing else', () => {
    const bands = { watch: 1, warning: 2, critical: 3, emergency: 4 };
    const phase = { id: 'egress', name: 'Way out' };
    const zone = { zone: 'stand', coverage: 0, at: null, reading: null, unknownBecause: 'stale' };
    const read = (limits: object) =>
      decodeLive(
        JSON.stringify({ type: 'delta', ...head, ...lists, zones: [{ ...zone, limits }] }),
      );
    const limits = { bands, origin: { from: 'venue', phase } };
    expect(read(limits)).toMatchObject({ ok: true, value: { zones: [{ limits }] } });
    expect(read({ bands, origin: { from: 'zone', phase: null } }).ok).toBe(true);
    expect(read({ bands, origin: { from: 'somebody', phase: null } }).ok).toBe(false);
    expect(read({ bands, origin: { from: 'zone', phase: { ...phase, act: 'x' } } }).ok).toBe(false);
    expect(read({ bands: { watch: 1 }, origin: limits.origin }).ok).toBe(false);
  });

  it('[LV14] a density alert names its limit’s rule, and what raised it, by figures only', () => {
    const reason = {
      ...{ kind: 'density', zone: 'stand', density: 1.6, sigma: 0.1, threshold: 1.5, persons: 160 },
      ...{ coverage: 1, sustainedSeconds: 10, onDelaySeconds: 10, clearsBelow: 1.35 },
      ...{ offDelaySeconds: 30, trend: null, limitFrom: { from: 'default', phase: null } },
    };
    const alert = {
      ...{ id: 'density-stand-1', category: 'crowd', priority: 'warning', state: 'active' },
      ...{ raisedAt: head.at, changedAt: head.at, clearedAt: null },
    };
    const read = (aggravation: object) =>
      decodeLive(
        JSON.stringify({
          ...{ type: 'delta', ...head, ...lists },
          alerts: [{ ...alert, reason: { ...reason, aggravations: [aggravation] } }],
        }),
      ).ok;
    expect(read({ kind: 'stop-and-go', share: 0.38 })).toBe(true);
    expect(read({ kind: 'stop-and-go', share: 1.2 })).toBe(false);
    expect(read({ kind: 'counterflow', index: 0.5, who: 'track-7' })).toBe(false);
    expect(read({ kind: 'rage' })).toBe(false);
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
