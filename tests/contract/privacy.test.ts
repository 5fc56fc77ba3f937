import {
  decode,
  IDENTIFIER_PATTERN,
  LIMITS,
  MESSAGES,
  parseVenue,
  TIMESTAMP_PATTERN,
} from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { sampleHealth, sampleVenue, sampleWindow } from '../support/sample-messages.js';

type Schema = { [key: string]: unknown };
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Place {
  readonly path: string;
  readonly schema: Schema;
}

/** Every schema inside a schema, with the path to it. */
const places = (schema: unknown, path: string): Place[] => {
  if (!isSchema(schema)) return [];
  const below = isSchema(schema.properties)
    ? Object.entries(schema.properties).flatMap(([key, child]) => places(child, `${path}.${key}`))
    : [];
  const items = places(schema.items, `${path}[]`);
  const options = Array.isArray(schema.anyOf)
    ? schema.anyOf.flatMap((child, index) => places(child, `${path}|${index}`))
    : [];
  return [{ path, schema }, ...below, ...items, ...options];
};

const all = Object.entries(MESSAGES).flatMap(([channel, schema]) => places(schema, channel));

/** The only patterns a string from an edge may have; each is far too narrow for prose or a picture. */
const PATTERNS = new Set([
  IDENTIFIER_PATTERN,
  TIMESTAMP_PATTERN,
  '^[0-9a-f]{16}$',
  '^[0-9A-Za-z.+-]{1,32}$',
  '^[a-z0-9][a-z0-9._-]{0,47}$',
]);

/** Means over at least five people (P8). */
const SHARED = new Set(['meanSpeed', 'speedVariance']);

/** Words that would name something about one person, or a picture. */
const FORBIDDEN =
  /image|frame$|jpeg|png|pixel|crop|box|bbox|face|track|person_?id|embedding|feature|gait|colou?r|address|mac|ip$|speed|trajectory|point/i;

describe('[U] privacy by schema', () => {
  it('[P1] every object refuses unknown fields', () => {
    const open = all.filter(
      ({ schema }) => schema.type === 'object' && schema.additionalProperties !== false,
    );
    expect(open.map(({ path }) => path)).toEqual([]);
  });

  it('[P2] no field can name a picture, a person or a track', () => {
    const named = all.filter(({ path }) => {
      const name = path.split(/[.[|]/).at(-1) ?? path;
      return FORBIDDEN.test(name) && !SHARED.has(name);
    });
    expect(named.map(({ path }) => path)).toEqual([]);
  });

  it('[P3] no string is free text', () => {
    const free = all.filter(
      ({ schema }) =>
        schema.type === 'string' &&
        schema.const === undefined &&
        !PATTERNS.has(String(schema.pattern)),
    );
    expect(free.map(({ path }) => path)).toEqual([]);
  });

  it('[P4] a window is never finer than a second', () => {
    expect(LIMITS.windowSeconds.minimum).toBeGreaterThanOrEqual(1);
  });

  it('[P5] a ground cell never frames one person', () => {
    expect(LIMITS.cellSize.minimum).toBeGreaterThanOrEqual(1);
    expect(LIMITS.cellDensityStep).toBeGreaterThanOrEqual(0.05);
  });

  it('[P6] a zone under 10 m² is refused', () => {
    const venue = sampleVenue();
    const small: [number, number][] = [
      [40, 0],
      [43, 0],
      [43, 3],
      [40, 3],
    ];
    const result = parseVenue({
      ...venue,
      zones: [...venue.zones, { id: 'nook', name: 'Nook', kind: 'walkway', polygon: small }],
    });
    expect(result).toMatchObject({ ok: false, faults: [{ path: '/zones/2/polygon' }] });
  });

  it('[P7] every list, string and number is bounded', () => {
    const unbounded = all.filter(({ schema }) => {
      if (schema.const !== undefined) return false;
      if (schema.type === 'array') return schema.maxItems === undefined;
      if (schema.type === 'number' || schema.type === 'integer')
        return schema.maximum === undefined;
      return false;
    });
    expect(unbounded.map(({ path }) => path)).toEqual([]);
    expect(LIMITS.windowBytes).toBeLessThanOrEqual(32 * 1024);
  });

  it('[P8] how a zone moves is said of five people or more', () => {
    const movement = { meanSpeed: 1.2, speedVariance: 0.1, stopAndGo: 0, counterflow: 0.3 };
    const read = (persons: number) => {
      const window = sampleWindow();
      const zones = window.zones.map((zone) => ({ ...zone, persons, movement }));
      return decode(
        'throng/v1/arena/box-1/data/gate-a/window',
        new TextEncoder().encode(JSON.stringify({ ...window, zones })),
      );
    };
    expect(read(5)).toMatchObject({ ok: true });
    expect(read(4.9)).toMatchObject({
      code: 'inconsistent',
      message: 'zone "concourse" tells how 4.9 persons move; at least 5 must be behind it',
    });
  });

  it('[P9] when a camera was calibrated is told, by whom is refused', () => {
    const read = (change: object) => {
      const health = sampleHealth();
      const cameras = health.cameras.map((camera) => ({ ...camera, ...change }));
      return decode(
        'throng/v1/arena/box-1/health',
        new TextEncoder().encode(JSON.stringify({ ...health, cameras })),
      );
    };
    expect(read({ calibratedAt: '2026-11-23T00:30:00.000Z' })).toMatchObject({ ok: true });
    expect(read({ calibratedAt: 'last week' })).toMatchObject({ ok: false, code: 'schema' });
    expect(read({ calibratedBy: 'Ada' })).toMatchObject({ ok: false, code: 'schema' });
  });
});
