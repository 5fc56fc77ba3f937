import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Afterimage, MOTION_BLOCK, type MotionEstimator } from '@throng/inference';
import { InferenceThread, motionGraph, openMotionEstimator } from '@throng/inference/adapters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const width = 320;
const height = 192;
const columns = width / MOTION_BLOCK;
const rows = height / MOTION_BLOCK;

/** Grey texture without end: smooth waves, so that parts of a pixel can be told. */
const brightness = (x: number, y: number): number =>
  128 + 50 * Math.sin(x / 5) * Math.cos(y / 7) + 40 * Math.sin((x + 2 * y) / 11);

/** A picture of it, moved by (dx, dy); with `part` only the left half has moved. */
const picture = (dx: number, dy: number, part = false) => {
  const pixels = new Uint8Array(new SharedArrayBuffer(width * height * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const still = part && x >= width / 2;
      const grey = still ? brightness(x, y) : brightness(x - dx, y - dy);
      pixels.fill(grey, 3 * (y * width + x), 3 * (y * width + x) + 3);
    }
  }
  return { width, height, pixels };
};

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe('[I] the motion graph', () => {
  const thread = new InferenceThread();
  let estimator: MotionEstimator;

  beforeAll(async () => {
    const opened = await openMotionEstimator(thread, { threads: 1, providers: ['cpu'] });
    if (!opened.ok) throw new Error(opened.message);
    estimator = opened.value;
  });
  afterAll(() => thread.close());

  const see = async (dx: number, dy: number, part = false, before?: Afterimage) => {
    const seen = await estimator.estimate(picture(dx, dy, part), before);
    if (!seen.ok) throw new Error(seen.message);
    return seen.value;
  };

  /** The middle motion of the blocks in some columns, away from the picture's border. */
  const motionOf = async (dx: number, dy: number, part = false, from = 3, to = columns - 3) => {
    const { afterimage } = await see(0, 0);
    const { field } = await see(dx, dy, part, afterimage);
    if (field === undefined) throw new Error('there is a picture before');
    const chosen = Array.from({ length: columns * rows }, (_, block) => block).filter((block) => {
      const [column, row] = [block % columns, Math.floor(block / columns)];
      return column >= from && column < to && row >= 3 && row < rows - 3;
    });
    const middle = (values: Float32Array) => median(chosen.map((block) => values[block] ?? 0));
    return { dx: middle(field.dx), dy: middle(field.dy), confidence: middle(field.confidence) };
  };

  it('is the file that its checksum names', () => {
    const digest = createHash('sha256').update(readFileSync(motionGraph)).digest('hex');
    const listed = readFileSync(`${motionGraph}.sha256`, 'utf8');
    expect(listed).toBe(`${digest}  motion.onnx\n`);
  });

  it('says nothing of a first picture', async () => {
    const { afterimage, field } = await see(0, 0);
    expect(field).toBeUndefined();
    expect(afterimage).toMatchObject({ columns: width / 4, rows: height / 4 });
  });

  it.each([
    [0, 0],
    [4, -4],
    [-13, 6],
    [21, 11],
  ])('tells a move of (%i, %i) pixels to a pixel', async (dx, dy) => {
    const seen = await motionOf(dx, dy);
    expect(Math.abs(seen.dx - dx)).toBeLessThan(1);
    expect(Math.abs(seen.dy - dy)).toBeLessThan(1);
    expect(seen.confidence).toBeGreaterThan(0.4);
  });

  it('tells apart what moves and what stands', async () => {
    const [left, right] = [
      await motionOf(8, 0, true, 3, columns / 2 - 4),
      await motionOf(8, 0, true, columns / 2 + 4),
    ];
    expect(Math.abs(left.dx - 8)).toBeLessThan(1);
    expect(Math.abs(right.dx)).toBeLessThan(1);
  });

  it('does not trust a move beyond its search', async () => {
    const near = await motionOf(8, 0);
    const far = await motionOf(60, 0);
    expect(far.confidence).toBeLessThan(near.confidence);
  });

  it('takes pictures of any size, and of another size than before as first ones', async () => {
    const { afterimage } = await see(0, 0);
    const other = { width: 200, height: 100, pixels: new Uint8Array(200 * 100 * 3) };
    const seen = await estimator.estimate(other, afterimage);
    expect(seen).toMatchObject({ ok: true, value: { field: undefined } });
    const again = seen.ok ? await estimator.estimate(other, seen.value.afterimage) : seen;
    expect(again).toMatchObject({ ok: true, value: { field: { columns: 25, rows: 12 } } });
  });
});
