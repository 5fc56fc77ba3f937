import { decode, encode, LIMITS } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleHealth, sampleWindow } from '../support/sample-messages.js';

const WINDOW_TOPIC = 'throng/v1/arena/box-1/data/gate-a/window';
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const encoded = (result: ReturnType<typeof encode>) => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('[U] codec', () => {
  it('[C5] what is encoded decodes to the same message', () => {
    expect(decode(WINDOW_TOPIC, encoded(encode('window', sampleWindow())))).toEqual({
      ok: true,
      value: {
        channel: 'window',
        topic: { channel: 'window', venue: 'arena', edge: 'box-1', camera: 'gate-a' },
        message: sampleWindow(),
      },
    });
    const health = decode(
      'throng/v1/arena/box-1/health',
      encoded(encode('health', sampleHealth())),
    );
    expect(health).toMatchObject({ ok: true, value: { message: sampleHealth() } });
  });

  it('[T4] a status is a bare word', () => {
    expect(encoded(encode('status', 'online'))).toEqual(new TextEncoder().encode('online'));
    const topic = 'throng/v1/arena/box-1/status';
    expect(decode(topic, new TextEncoder().encode('offline'))).toMatchObject({
      ok: true,
      value: { message: 'offline' },
    });
    expect(decode(topic, new TextEncoder().encode('asleep'))).toMatchObject({ code: 'schema' });
  });

  it('[T6] the server says of itself what an edge does, and is no edge', () => {
    expect(encoded(encode('server', 'online'))).toEqual(new TextEncoder().encode('online'));
    const topic = 'throng/v1/arena/server/status';
    expect(decode(topic, new TextEncoder().encode('offline'))).toMatchObject({
      ok: true,
      value: { channel: 'server', topic: { venue: 'arena' }, message: 'offline' },
    });
    expect(decode(topic, new TextEncoder().encode('busy'))).toMatchObject({ code: 'schema' });
  });

  it('[C1] no bytes on any topic make the decoder throw', () => {
    const topics = fc.oneof(
      fc.constantFrom(WINDOW_TOPIC, 'throng/v1/arena/box-1/health', 'throng/v1/arena/box-1/status'),
      fc.string(),
    );
    fc.assert(
      fc.property(topics, fc.uint8Array({ maxLength: 2_000 }), (topic, payload) => {
        expect(typeof decode(topic, payload).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });

  it('[C1] no JSON makes the decoder throw, and a spoiled window is refused', () => {
    const path = fc.constantFrom(...Object.keys(sampleWindow()));
    fc.assert(
      fc.property(path, fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        const result = decode(WINDOW_TOPIC, bytes({ ...sampleWindow(), [key]: value }));
        if (result.ok)
          expect(bytes(result.value.message)).toEqual(bytes({ ...sampleWindow(), [key]: value }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('[C2] an oversized payload is refused unread', () => {
    expect(decode(WINDOW_TOPIC, new Uint8Array(LIMITS.windowBytes + 1))).toMatchObject({
      ok: false,
      code: 'too-large',
    });
  });

  it('[C3] what is not UTF-8 JSON is refused by name', () => {
    expect(decode(WINDOW_TOPIC, new Uint8Array([0xff, 0xfe]))).toMatchObject({ code: 'not-json' });
    expect(decode(WINDOW_TOPIC, new TextEncoder().encode('{'))).toMatchObject({ code: 'not-json' });
  });

  it('[C3] a refusal names the path', () => {
    const spoiled = { ...sampleWindow(), seconds: 0 };
    expect(decode(WINDOW_TOPIC, bytes(spoiled))).toMatchObject({
      code: 'schema',
      message: 'window/seconds: must be >= 1',
    });
  });

  it('[C4] a message on the topic of another edge or camera is refused', () => {
    const other = decode('throng/v1/arena/box-2/data/gate-a/window', bytes(sampleWindow()));
    expect(other).toMatchObject({ code: 'wrong-sender' });
    const camera = decode('throng/v1/arena/box-1/data/gate-b/window', bytes(sampleWindow()));
    expect(camera).toMatchObject({ code: 'wrong-sender' });
  });

  it('[C5] a message outside its schema is not sent', () => {
    expect(encode('window', { ...sampleWindow(), sequence: -1 })).toMatchObject({ code: 'schema' });
  });
});
