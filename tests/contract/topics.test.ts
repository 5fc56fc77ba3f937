import {
  DELIVERY,
  formatTopic,
  parseTopic,
  type Topic,
  toIdentifier,
  venueFilter,
} from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const identifier = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/);
const topic: fc.Arbitrary<Topic> = fc.oneof(
  fc.record({ channel: fc.constant('server' as const), venue: identifier }),
  fc.record({ channel: fc.constant('status' as const), venue: identifier, edge: identifier }),
  fc.record({ channel: fc.constant('health' as const), venue: identifier, edge: identifier }),
  fc.record({ channel: fc.constant('reported' as const), venue: identifier, edge: identifier }),
  fc.record({
    channel: fc.constant('window' as const),
    venue: identifier,
    edge: identifier,
    camera: identifier,
  }),
);

describe('[U] topics', () => {
  it('[T1] every topic that is written can be read back', () => {
    fc.assert(
      fc.property(topic, (written) => {
        expect(parseTopic(formatTopic(written))).toEqual({ ok: true, value: written });
      }),
    );
  });

  it('[T1] are read the same again, however many others came in between', () => {
    const told = (camera: number): string => `throng/v1/hall/box-1/data/camera-${camera}/window`;
    for (const turn of [1, 2]) {
      for (let camera = 0; camera < 10_000; camera += 1) {
        const read = parseTopic(told(camera));
        if (read.ok && 'camera' in read.value && read.value.camera === `camera-${camera}`) continue;
        expect.fail(`turn ${turn}: ${told(camera)} was read as ${JSON.stringify(read)}`);
      }
      expect(parseTopic('throng/v1/hall/box-1/data/Camera/window').ok).toBe(false);
    }
  });

  it.each([
    'throng/v1',
    'throng/v1/arena',
    'throng/v1/arena/box-1',
    'throng/v1/arena/box-1/data/window',
    'throng/v1/arena/box-1/data/cam/window/more',
    'throng/v2/arena/box-1/status',
    'throng/v1/arena/server/health',
    'throng/v1/arena/server/data/cam/window',
    'throng/v1/arena/server/fleet/reported',
    'throng/v1/arena/box-1/fleet/other',
    'throng/v1/arena/box-1/fleet',
    'frigate/arena/box-1/status',
    '',
  ])('[T1] "%s" is no topic of ours', (name) => {
    expect(parseTopic(name)).toMatchObject({ ok: false, code: 'unknown-topic' });
  });

  it.each(['Arena', 'a+b', '#', '-a', 'a-', 'a'.repeat(49), 'ä'])(
    '[T2] "%s" is no identifier',
    (id) => {
      expect(parseTopic(`throng/v1/${id}/box-1/status`)).toMatchObject({
        ok: false,
        code: 'bad-identifier',
      });
    },
  );

  it('[T2] any name becomes an identifier or nothing', () => {
    expect(toIdentifier('Tor Süd #2')).toBe('tor-sud-2');
    expect(toIdentifier('+#/')).toBe('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const id = toIdentifier(name);
        const accepted = id === '' || parseTopic(`throng/v1/${id}/box/status`).ok;
        expect(accepted).toBe(true);
      }),
    );
  });

  it('[T3] state is retained and a stream of measurements is not', () => {
    expect(DELIVERY).toEqual({
      server: { retain: true, qos: 1 },
      status: { retain: true, qos: 1 },
      health: { retain: true, qos: 1 },
      reported: { retain: true, qos: 1 },
      window: { retain: false, qos: 1 },
    });
  });

  it('[T5] the version is a level of the filter', () => {
    expect(venueFilter('arena')).toBe('throng/v1/arena/#');
  });
});
