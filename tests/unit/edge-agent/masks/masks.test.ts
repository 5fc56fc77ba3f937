import { ok } from '@throng/contract';
import type { Picture } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { maskFaults } from '../../../../edge-agent/src/masks/mask-faults.js';
import { maskSpans, scaledMasks } from '../../../../edge-agent/src/masks/mask-spans.js';
import { maskView } from '../../../../edge-agent/src/masks/mask-view.js';
import { blotOut, maskedSource } from '../../../../edge-agent/src/masks/masked-source.js';
import { analyseFrame } from '../../../../edge-agent/src/pipeline/analyse-frame.js';
import { anonymize } from '../../../../edge-agent/src/stages/anonymize.js';
import {
  calibration,
  personAt,
  pixelOf,
  sampleView,
  size,
  total,
} from '../support/sample-camera.js';
import { ScriptedSource } from '../support/scripted-source.js';

const WHITE = 255;
const GREY = 114;
const small = { width: 32, height: 24 };

/** The picture after masking, one letter per pixel: `#` where it was blotted out. */
const drawn = (masks: readonly (readonly [number, number][])[], picture = small): string[] => {
  const pixels = new Uint8Array(picture.width * picture.height * 3).fill(WHITE);
  blotOut(pixels, maskSpans(scaledMasks(masks, [small.width, small.height], picture), picture));
  return Array.from({ length: picture.height }, (_, row) =>
    Array.from({ length: picture.width }, (_, column) => {
      const at = (row * picture.width + column) * 3;
      const pixel = [...pixels.slice(at, at + 3)];
      expect(new Set(pixel).size).toBe(1);
      return pixel[0] === GREY ? '#' : '.';
    }).join(''),
  );
};

describe('[U] masks', () => {
  it('[P2] blot out each pixel that they touch, in all three channels, and nothing far from them', () => {
    const rows = drawn([
      [
        [4, 3],
        [10, 3],
        [10, 6],
        [4, 6],
      ],
    ]);
    expect(rows[2]).not.toContain('#');
    for (const row of rows.slice(3, 6)) expect(row).toBe(`...${'#'.repeat(8)}${'.'.repeat(21)}`);
    expect(rows[6]).not.toContain('#');
  });

  it('follow slanted and concave outlines', () => {
    const rows = drawn([
      [
        [2, 2],
        [30, 2],
        [30, 20],
        [16, 8],
        [2, 20],
      ],
    ]);
    expect(rows[4]).toBe(`.${'#'.repeat(30)}.`);
    expect(rows[18]?.[16]).toBe('.');
    expect([rows[18]?.[2], rows[18]?.[29]]).toEqual(['#', '#']);
  });

  it('scale with the picture and may reach its very edges', () => {
    const all: [number, number][] = [
      [0, 0],
      [32, 0],
      [32, 24],
      [0, 24],
    ];
    expect(drawn([all], { width: 64, height: 48 }).join('')).toMatch(/^#+$/);
    const spans = maskSpans(scaledMasks([all], [32, 24], small), small);
    expect([...spans]).toEqual([0, 32 * 24 * 3]);
  });

  it('[P2] are applied before a model or a watch sees the frame', async () => {
    const pool = new FramePool(size);
    const masks = scaledMasks(
      [
        [
          [0, 0],
          [320, 0],
          [320, 480],
          [0, 480],
        ],
      ],
      [640, 480],
      size,
    );
    const camera = maskedSource(
      new ScriptedSource([[1, { reason: 'ended', diagnosis: '' }]], () =>
        pool.frame(pool.take().fill(WHITE), 0),
      ),
      maskSpans(masks, size),
    );
    const seen: Picture[] = [];
    const person = {
      id: 'looker',
      error: { relative: 0.1, floor: 0.5 },
      detect: async (picture: Picture) => {
        seen.push({ ...picture, pixels: picture.pixels.slice() });
        return ok([]);
      },
    };
    for await (const frame of camera.open().frames) {
      await analyseFrame(frame, { person, density: undefined }, sampleView());
      frame.release();
    }
    const [input] = seen;
    if (input === undefined) throw new Error('the model saw no frame');
    for (let row = 0; row < size.height; row += 1) {
      const start = row * size.width * 3;
      expect(new Set(input.pixels.subarray(start, start + 320 * 3))).toEqual(new Set([GREY]));
      expect(input.pixels[start + 330 * 3]).toBe(WHITE);
    }
  });
});

describe('[U] ground behind a mask', () => {
  /** A mask over the picture's left half: the zone "west" lies there. */
  const left: [number, number][] = [
    [0, 0],
    [size.width / 2, 0],
    [size.width / 2, size.height],
    [0, size.height],
  ];
  const masks = scaledMasks([left], [size.width, size.height], size);

  it('belongs to no zone: a zone shrinks by it, and goes where nothing is left', () => {
    const plain = sampleView();
    const view = maskView(plain, masks);
    expect(view.zones.map(({ zone }) => zone)).toEqual(['east']);
    expect(view.zones[0]?.area).toBeCloseTo(plain.zones[1]?.area ?? 0, 0);
    expect(total(view.ownedArea)).toBeLessThan(total(plain.ownedArea) * 0.6);
  });

  it('is unknown in the grid, never zero', () => {
    const view = maskView(sampleView(), masks);
    const { message } = anonymize(
      {
        start: 0,
        seconds: 1,
        sequence: 0,
        passages: [],
        measurement: { zones: [], cells: new Float64Array(view.ownedArea.length) },
        fault: undefined,
        frames: { captured: 1, processed: 1, superseded: 0, failed: 0 },
        latency: undefined,
      },
      view,
      { venue: 'hall', edge: 'box-1', bootId: '00112233aabbccdd' },
    );
    const { cells = [], columns = 1 } = message.grid ?? {};
    const west = cells.filter((_, cell) => cell % columns < 4);
    const east = cells.filter((_, cell) => cell % columns > 5 && cell % columns < 9);
    expect(new Set(west)).toEqual(new Set([null]));
    expect(east).toContain(0);
  });

  it('hides the ground on which only the head is behind it', () => {
    const head = pixelOf({ x: 5, y: 5 }, 1.6);
    const strip = scaledMasks(
      [
        [
          [0, head.y - 2],
          [size.width, head.y - 2],
          [size.width, head.y + 2],
          [0, head.y + 2],
        ],
      ],
      [size.width, size.height],
      size,
    );
    const plain = sampleView();
    const view = maskView(plain, strip);
    const cell = 5 * plain.grid.columns + 5;
    expect(view.ownedArea[cell]).toBeLessThan(plain.ownedArea[cell] ?? 0);
  });

  it('counts nobody, though a model might still see somebody there', async () => {
    const pool = new FramePool(size);
    const person = {
      id: 'seer',
      error: { relative: 0.1, floor: 0.5 },
      detect: async () => ok([personAt({ x: 2, y: 5 }), personAt({ x: 8, y: 5 })]),
    };
    const frame = pool.frame(pool.take(), 0);
    const view = maskView(sampleView(), masks);
    const measured = await analyseFrame(frame, { person, density: undefined }, view);
    if (!measured.ok) throw new Error(measured.message);
    expect(measured.value.zones.map(({ persons }) => persons)).toEqual([1]);
  });
});

describe('[U] mask settings', () => {
  const faultsOf = (masks: [number, number][][]) =>
    maskFaults('/cameras/0', { masks, calibration });

  it('name every mask that is no area inside the calibrated picture, with the remedy', () => {
    const good: [number, number][] = [
      [0, 0],
      [640, 0],
      [640, 480],
    ];
    const outside: [number, number][] = [
      [0, 0],
      [641, 0],
      [640, 480],
    ];
    const crossed: [number, number][] = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
    ];
    expect(faultsOf([good])).toEqual([]);
    expect(faultsOf([outside, crossed])).toMatchObject([
      { path: '/cameras/0/masks/0/1', message: expect.stringContaining('640 × 480') },
      { path: '/cameras/0/masks/1', message: expect.stringContaining('in order') },
    ]);
  });
});
