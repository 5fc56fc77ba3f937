import { decode, encode, LIMITS } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { sampleHealth } from '../support/sample-messages.js';

const at = '2026-07-04T19:20:00.000Z';
const correction = { factor: 1.08, relative: 0.12, counts: 7, at };
const sampling = { wanted: 5, weight: 2.83, share: 0.125, density: 0.2 };
const pictureFault = { fault: 'moved' as const, since: at };

const withCamera = (change: object) => {
  const [camera] = sampleHealth().cameras;
  return JSON.stringify({ ...sampleHealth(), cameras: [{ ...camera, ...change }] });
};

const read = (change: object) =>
  decode('throng/v1/arena/box-1/health', new TextEncoder().encode(withCamera(change)));

describe('[U] edge health', () => {
  it('[MW9] tells which watch over a picture fired, and since when', () => {
    expect(read({ state: 'faulty', fault: 'moved', pictureFault }).ok).toBe(true);
    expect(read({ pictureFault: { fault: 'moved' } }).ok).toBe(false);
    expect(read({ pictureFault: { fault: 'stalled', since: at } }).ok).toBe(false);
  });

  it('[P3] shows the correction by hand counts without who counted', () => {
    expect(read({ correction }).ok).toBe(true);
    expect(read({ correction: { ...correction, by: 'Kim' } }).ok).toBe(false);
  });

  it('[P7] bounds how a camera was sampled', () => {
    expect(read({ sampling }).ok).toBe(true);
    expect(read({ sampling: { ...sampling, share: 1.01 } }).ok).toBe(false);
    expect(read({ sampling: { ...sampling, weight: 0 } }).ok).toBe(false);
    expect(read({ sampling: { ...sampling, looks: [1, 2] } }).ok).toBe(false);
  });

  it('[P7] says where windows wait and what was given up, and bounds it', () => {
    const spool = {
      ...{ medium: 'memory', fault: 'full', waiting: 7, bytes: 14_000, oldestSeconds: 90 },
      ...{ thinned: 3, expired: 1, resent: 40 },
    };
    const queue = (change: object) =>
      decode(
        'throng/v1/arena/box-1/health',
        new TextEncoder().encode(
          JSON.stringify({
            ...sampleHealth(),
            queue: { waiting: 7, dropped: 4, spool: { ...spool, ...change } },
            localAlarm: { armed: true, active: ['concourse'], raised: 1, failed: 0 },
          }),
        ),
      ).ok;
    expect(queue({})).toBe(true);
    expect(queue({ fault: 'disk /dev/sda1 is full' })).toBe(false);
    expect(queue({ waiting: 1e12 })).toBe(false);
    expect(queue({ path: '/var' })).toBe(false);
  });

  it('[C2] fits its bound with every field of a whole rack of cameras', () => {
    const [camera] = sampleHealth().cameras;
    if (camera === undefined) throw new Error('the sample has a camera');
    const drift = (['brightness', 'sharpness', 'activeShare', 'disagreement'] as const).map(
      (statistic) => ({ statistic, deviations: -99.9 }),
    );
    const full = {
      ...camera,
      fault: 'moved' as const,
      drift,
      pictureFault,
      correction,
      sampling,
      decoder: 'videotoolbox' as const,
    };
    const cameras = Array.from({ length: LIMITS.camerasPerEdge }, (_, index) => ({
      ...full,
      camera: `cam-${index}`,
    }));
    const most = 1_000_000_000;
    const counts = { thinned: most, expired: most, resent: most };
    const spool = { medium: 'memory', fault: 'unwritable', waiting: most, bytes: 2 ** 50 } as const;
    const queue = {
      ...{ waiting: most, dropped: most },
      spool: { ...spool, ...counts, oldestSeconds: most },
    };
    const active = Array.from({ length: LIMITS.localAlarmsShown }, (_, index) => `zone-${index}`);
    const localAlarm = { armed: true, active, raised: most, failed: most };
    expect(encode('health', sampleHealth({ cameras, queue, localAlarm }))).toMatchObject({
      ok: true,
    });
  });

  it('[EH1] tells how many messages the broker refused, and says nothing where it refused none', () => {
    const queue = (refused: unknown) =>
      decode(
        'throng/v1/arena/box-1/health',
        new TextEncoder().encode(
          JSON.stringify({ ...sampleHealth(), queue: { waiting: 7, dropped: 0, refused } }),
        ),
      ).ok;
    expect(queue(3)).toBe(true);
    expect(queue(undefined)).toBe(true);
    expect([queue(0), queue(-1), queue('not authorized')]).toEqual([false, false, false]);
  });

  it('[EH2] tells by how much a clock was set that is not believed, and nothing else of it', () => {
    const clock = (told: unknown) =>
      decode(
        'throng/v1/arena/box-1/health',
        new TextEncoder().encode(JSON.stringify({ ...sampleHealth(), clock: told })),
      ).ok;
    expect([clock(undefined), clock({ heldBy: 3_600 }), clock({ heldBy: -0.5 })]).toEqual([
      ...[true, true, true],
    ]);
    expect([clock({}), clock({ heldBy: 'an hour' }), clock({ heldBy: 1, by: 'ada' })]).toEqual([
      ...[false, false, false],
    ]);
  });
});
