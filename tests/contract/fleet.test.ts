import {
  boxDesiredOn,
  CameraWish,
  decode,
  desiredTopic,
  FleetSettings,
  LIMITS,
  openDocument,
  parseFleetDocument,
  parseFleetSettings,
  sealDocument,
} from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fleetKeys,
  sampleDocument,
  sampleFleetSettings,
  sampleReport,
} from '../support/fleet-samples.js';
import { sampleVenue } from '../support/sample-messages.js';

const keys = fleetKeys();
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const sealed = (document = sampleDocument()) => {
  const payload = sealDocument(document, keys.sign);
  if (!payload.ok) throw new Error(payload.message);
  return payload.value;
};
const opened = (payload: Uint8Array) => openDocument(payload, keys.isSigned);

describe('[U] desired settings of a box', () => {
  it('[T1] have a topic that names the box and is none of a measurement', () => {
    const box = { venue: 'hall', edge: 'box-1' };
    expect(desiredTopic(box)).toBe('throng/v1/hall/box-1/fleet/desired');
    expect(boxDesiredOn(desiredTopic(box))).toEqual(box);
    expect(boxDesiredOn('throng/v1/hall/server/fleet/desired')).toBeUndefined();
    expect(boxDesiredOn('throng/v1/hall/Box/fleet/desired')).toBeUndefined();
    expect(boxDesiredOn('throng/v1/hall/box-1/fleet/reported')).toBeUndefined();
    expect(decode(desiredTopic(box), sealed())).toMatchObject({ code: 'unknown-topic' });
  });

  it.each([
    { source: 'rtsp://elsewhere/' },
    { username: 'a' },
    { password: 'b' },
    { passwordFile: '/etc/shadow' },
    { decode: 'cuda' },
    { watch: [] },
    { transport: 'udp' },
  ])('[FL1] a camera’s %o stays on its box', (change) => {
    const parsed = parseFleetSettings({ cameras: [{ id: 'cam-1', ...change }] });
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: '/cameras/0' }] });
  });

  it.each([
    { broker: { url: 'mqtt://elsewhere' } },
    { state: '/tmp' },
    { models: { density: 'other.onnx' } },
    { localAlarm: { command: ['rm'] } },
    { localAlarm: { webhook: 'http://elsewhere' } },
  ])('[FL1] %o stays on its box', (change) => {
    expect(parseFleetSettings(change).ok).toBe(false);
  });

  it('[FL1] holds exactly the keys of the allow-list', () => {
    expect(Object.keys(FleetSettings.properties)).toEqual(['cameras', 'venue', 'localAlarm']);
    expect(Object.keys(CameraWish.properties)).toEqual([
      ...['id', 'enabled', 'framesPerSecond', 'masks', 'calibration'],
    ]);
  });

  it('[P9] a pushed calibration does not say who marked it', () => {
    const calibration = { imageSize: [640, 480], pairs: [], calibratedBy: 'Ada' };
    const parsed = parseFleetSettings({ cameras: [{ id: 'cam-1', calibration }] });
    expect(parsed).toMatchObject({ ok: false, faults: [{ path: '/cameras/0/calibration' }] });
  });

  it('[FL4] all faults are told at once, with their paths', () => {
    const venue = sampleVenue();
    const parsed = parseFleetSettings({
      cameras: [{ id: 'cam-1' }, { id: 'cam-1' }],
      venue: { ...venue, zones: [...venue.zones, ...venue.zones] },
    });
    if (parsed.ok) throw new Error('it should be refused');
    expect(parsed.faults[0]).toMatchObject({ path: '/cameras/1/id' });
    expect(parsed.faults.some(({ path }) => path.startsWith('/venue/zones/'))).toBe(true);
  });

  it('[FL7] a model is offered for what it is for', () => {
    const model = { id: 'm', task: 'person', sha256: 'a'.repeat(64), bytes: 10 } as const;
    const limits = { slower: 2, disagreement: 1, failures: 0, drift: 0 };
    const trial = { camera: 'cam-1', seconds: 10, leastLooks: 3, limits };
    const offer = { rollout: 1, model, ticket: 'b'.repeat(64), trial };
    expect(parseFleetDocument(sampleDocument({ models: { person: offer } })).ok).toBe(true);
    expect(parseFleetDocument(sampleDocument({ models: { density: offer } }))).toMatchObject({
      faults: [{ path: '/models/density/model/task' }],
    });
  });
});

describe('[U] a signed document', () => {
  it('[FL2] opens with the key it was signed with', () => {
    const result = opened(sealed());
    expect(result.ok && result.value.document).toEqual(sampleDocument());
  });

  it('[FL2] signed by somebody else is refused', () => {
    const payload = sealDocument(sampleDocument(), fleetKeys().sign);
    expect(payload.ok && opened(payload.value)).toMatchObject({ code: 'bad-signature' });
  });

  it('[FL2] with one bit of its text changed is refused', () => {
    const text = new TextDecoder().decode(sealed());
    const forged = text.replace('\\"version\\":3', '\\"version\\":4');
    expect(forged).not.toBe(text);
    expect(opened(new TextEncoder().encode(forged))).toMatchObject({ code: 'bad-signature' });
  });

  it('[FL2] the signature of another kind of text is none of a document', () => {
    const body = JSON.stringify(sampleDocument());
    const payload = bytes({ v: 1, body, signature: keys.sign(body) });
    expect(opened(payload)).toMatchObject({ code: 'bad-signature' });
  });

  it('[FL2] of a later release says so', () => {
    const body = JSON.stringify({ ...sampleDocument(), v: 2 });
    const signature = keys.sign(`throng fleet document 1\n${body}`);
    expect(opened(bytes({ v: 1, body, signature }))).toMatchObject({ code: 'unknown-version' });
  });

  it('[P7] beyond its bound is neither sent nor read', () => {
    const marks = Array.from({ length: 200 }, () => ({ pixel: [1.5, 1.5], ground: [0.5, 0.5] }));
    const calibration = { imageSize: [640, 480], pairs: marks };
    const cameras = Array.from({ length: 64 }, (_, index) => ({ id: `cam-${index}`, calibration }));
    const parsed = parseFleetSettings({ cameras });
    if (!parsed.ok) throw new Error('the settings are sound');
    const document = sampleDocument({ settings: parsed.value });
    expect(sealDocument(document, keys.sign)).toMatchObject({ code: 'too-large' });
    expect(opened(new Uint8Array(LIMITS.desiredBytes + 1))).toMatchObject({ code: 'too-large' });
  });

  it('[FL2] any bytes give a coded refusal, and nothing unsigned ever opens', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .record({ v: fc.constant(1), body: fc.json(), signature: fc.base64String() })
        .map((value) => bytes(value)),
      fc
        .nat(sealed().length - 1)
        .map((at) => sealed().map((byte, i) => (i === at ? byte ^ 1 : byte))),
    );
    fc.assert(
      fc.property(anything, (payload) => {
        const result = opened(payload);
        if (result.ok) throw new Error('nothing of this was signed');
        expect(result.code).toMatch(/^(not-json|schema|bad-signature)$/);
      }),
      { numRuns: 200 },
    );
  });

  it('[C1] the parser of settings never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseFleetSettings({ cameras: value, venue: value });
        if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        expect(parseFleetDocument(value).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
    expect(parseFleetSettings(sampleFleetSettings()).ok).toBe(true);
  });
});

describe('[U] what a box reports', () => {
  const topic = 'throng/v1/hall/box-1/fleet/reported';

  it('[FL6] is read on its topic', () => {
    expect(decode(topic, bytes(sampleReport()))).toMatchObject({
      ok: true,
      value: { channel: 'reported', message: { version: 3 } },
    });
  });

  it('[C4] of another box is refused', () => {
    const other = bytes(sampleReport({ edge: 'box-2' }));
    expect(decode(topic, other)).toMatchObject({ code: 'wrong-sender' });
  });

  it.each([
    { code: 'Ada was here', field: 'calibration' },
    { code: 'bad-calibration', field: 'calibration', message: 'text' },
    { code: 'bad-calibration', field: 'source' },
  ])('[P3] a fault holds no text: %o', (fault) => {
    const at = '2026-11-23T07:00:01.000Z';
    const report = { ...sampleReport(), answer: { outcome: 'refused', at, faults: [fault] } };
    expect(decode(topic, bytes(report))).toMatchObject({ code: 'schema' });
  });
});
