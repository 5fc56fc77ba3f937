import {
  decode,
  type EdgeHealth,
  LIMITS,
  type MeasurementWindow,
  toIdentifier,
  toTimestamp,
} from '@throng/contract';
import type { Random } from '@throng/simulation';
import { type PlacedText, placedText } from './json-places.js';
import { junkOf, spoilBytes } from './spoil.js';
import { junkTexts, spoilText } from './spoil-text.js';
import { hashOf, type Variety } from './variety.js';

export interface FuzzedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  /** Why the contract refuses it; undefined: it is well formed, and judged by what it says. */
  readonly fault: string | undefined;
}

/** Values to spoil with: so many that ten million messages seldom repeat each other. */
const POOL = 20_000;
/** Stands for the present in what is spoiled, so that variety is not had by the mere passing of time. */
const NOW = '2026-07-04T19:30:00.000Z';
const NOW_BYTES = Buffer.from(NOW);
const BOOT = '00112233aabbccdd';

interface Speaker {
  readonly edge: string;
  readonly camera: string;
}

/** A window that every rule accepts, of a camera that is only used to fuzz. */
const goodWindow = ({ camera, edge }: Speaker, sequence: number): MeasurementWindow => ({
  ...{ v: 1, venue: toIdentifier('hall'), edge: toIdentifier(edge), camera: toIdentifier(camera) },
  ...{ bootId: BOOT, sequence, seconds: 1, start: NOW },
  zones: [{ zone: toIdentifier(camera), persons: 12.5, sigma: 2, area: 36, densityP95: 0.5 }],
  passages: [],
  grid: { originX: 0, originY: 0, cellSize: 1, columns: 2, rows: 2, cells: [0, 4, null, 12] },
  frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
  latency: { p50: 80, p95: 120 },
});

/** What such a box says of itself. */
const goodHealth = ({ camera, edge }: Speaker): EdgeHealth => ({
  ...{ v: 1, venue: toIdentifier('hall'), edge: toIdentifier(edge), bootId: BOOT },
  ...{ at: NOW, startedAt: NOW, version: '0.1.0', models: { provider: 'cpu' } },
  queue: { waiting: 0, dropped: 0 },
  memoryMegabytes: 120,
  cameras: [
    {
      ...{ camera: toIdentifier(camera), state: 'running', framesPerSecond: 5, reconnects: 0 },
      frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
    },
  ],
});

const SUFFIXES = [
  ...['status', 'health', 'fleet/reported', 'data', 'data/x/y/z', 'gossip', '', 'ü'],
  ...['data//window', 'data/CAMERA/window', 'data/box-2/window', `data/${'x'.repeat(200)}/window`],
];

/** Puts the present where the text still says so. */
const atPresent = (payload: Buffer, present: Buffer): Buffer => {
  const at = payload.indexOf(NOW_BYTES);
  if (at >= 0) present.copy(payload, at);
  return payload;
};

/**
 * Messages as they come: one in ten good, the others spoiled in their fields, bytes or topic. What
 * each of them is worth is worked out by the contract's own decoder.
 */
export const fuzzedMessages = (
  speaker: Speaker,
  seed: number,
  random: Random,
  /** Told of every message that breaks the contract, as it is with its time left out. */
  variety: Pick<Variety, 'add'>,
) => {
  const junk = junkTexts(junkOf(seed, POOL));
  const window = placedText(goodWindow(speaker, 0));
  const health = placedText(goodHealth(speaker));
  const topicOf = (suffix: string): string => `throng/v1/hall/${speaker.edge}/${suffix}`;
  const windowTopic = topicOf(`data/${speaker.camera}/window`);
  let [second, present] = [0, NOW_BYTES];
  const spoiled = (good: PlacedText): Buffer => {
    const text = Buffer.from(spoilText(good, junk, random));
    return random.chance(0.25) ? spoilBytes(text, random) : text;
  };
  const payloadOf = (sequence: number): Buffer => {
    if (random.chance(0.1)) return Buffer.from(JSON.stringify(goodWindow(speaker, sequence)));
    if (random.chance(0.0005)) return Buffer.alloc(LIMITS.messageBytes + random.whole(1, 99), 0x20);
    return spoiled(random.chance(0.05) ? health : window);
  };
  return (sequence: number): FuzzedMessage => {
    const now = Math.floor(Date.now() / 1_000);
    if (now !== second) [second, present] = [now, Buffer.from(toTimestamp(now * 1_000 - 1_000))];
    const payload = payloadOf(sequence);
    const suffix = random.chance(0.1) ? random.pick(SUFFIXES) : undefined;
    const topic = suffix === undefined ? windowTopic : topicOf(suffix);
    const hash = hashOf(Buffer.from(topic), payload);
    const read = decode(topic, atPresent(payload, present));
    if (!read.ok) variety.add(hash);
    return { topic, payload, fault: read.ok ? undefined : read.code };
  };
};
