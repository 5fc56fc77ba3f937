import { decode, type MeasurementWindow, toIdentifier, toTimestamp } from '@throng/contract';
import type { Random } from '@throng/simulation';
import { junkOf, spoil, spoilBytes } from './spoil.js';

export interface FuzzedMessage {
  readonly topic: string;
  readonly payload: Buffer;
  /** Why the contract refuses it; undefined: it is well formed, and judged by what it says. */
  readonly fault: string | undefined;
}

/** A window that every rule accepts, of a camera that is only used to fuzz. */
const goodWindow = (edge: string, camera: string, sequence: number): MeasurementWindow => ({
  ...{ v: 1, venue: toIdentifier('hall'), edge: toIdentifier(edge), camera: toIdentifier(camera) },
  ...{ bootId: '00112233aabbccdd', sequence, seconds: 1 },
  start: toTimestamp(Math.floor(Date.now() / 1_000) * 1_000 - 1_000),
  zones: [{ zone: toIdentifier(camera), persons: 12.5, sigma: 2, area: 36, densityP95: 0.5 }],
  passages: [],
  grid: { originX: 0, originY: 0, cellSize: 1, columns: 2, rows: 2, cells: [0, 4, null, 12] },
  frames: { captured: 5, processed: 5, superseded: 0, failed: 0 },
  latency: { p50: 80, p95: 120 },
});

const SUFFIXES = ['status', 'health', 'fleet/reported', 'data', 'data/x/y/z', 'gossip', '', 'ü'];

/** Messages as they come: one in ten good, the others spoiled in their fields, bytes or topic. */
export const fuzzedMessages = (edge: string, camera: string, seed: number, random: Random) => {
  const junk = junkOf(seed);
  const topicOf = (suffix: string): string => `throng/v1/hall/${edge}/${suffix}`;
  return (sequence: number): FuzzedMessage => {
    const good = goodWindow(edge, camera, sequence);
    const spoiled = random.chance(0.1) ? good : spoil(good, junk, random);
    const text = Buffer.from(JSON.stringify(spoiled) ?? 'undefined');
    const payload = random.chance(0.25) ? spoilBytes(text, random) : text;
    const topic = topicOf(random.chance(0.9) ? `data/${camera}/window` : random.pick(SUFFIXES));
    const read = decode(topic, payload);
    return { topic, payload, fault: read.ok ? undefined : read.code };
  };
};
