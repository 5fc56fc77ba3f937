import type { Point } from '@throng/crowd';
import { type DensityMap, MOTION_BLOCK, type SeenMotion } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { makeBlockGround } from '../../../../edge-agent/src/flow/block-ground.js';
import { FlowMeter } from '../../../../edge-agent/src/flow/flow-meter.js';
import type { FusedCells } from '../../../../edge-agent/src/stages/fuse-cells.js';
import { personAt, sampleView, size } from '../support/sample-camera.js';

const view = sampleView();
const ground = makeBlockGround(view);
const columns = size.width / MOTION_BLOCK;
const rows = size.height / MOTION_BLOCK;
const blocks = columns * rows;
const START = 1_000_000;
const INTERVAL = 200;

/** A line from west to east across the floor: who goes north goes in. */
const line = { passage: 'middle', line: { from: { x: 3, y: 5 }, to: { x: 7, y: 5 } } };

const fusedWith = (weight: number, persons = 0): FusedCells => {
  const cells = new Float64Array(view.ownedArea.length);
  return {
    persons: cells.map(() => persons),
    densityWeight: cells.map(() => weight),
    shared: cells,
    own: cells,
  };
};

/** A crowd of even density that moves as one, as the density model and the motion would show it. */
const crowd = (density: number, velocity: Point): { map: DensityMap; motion: SeenMotion } => {
  const persons = new Float32Array(blocks);
  const [dx, dy] = [new Float32Array(blocks), new Float32Array(blocks)];
  for (let block = 0; block < blocks; block += 1) {
    const [xu = 0, xv = 0, yu = 0, yv = 0] = ground.metresPerPixel.subarray(4 * block);
    const determinant = xu * yv - xv * yu;
    persons[block] = density * Math.abs(determinant) * MOTION_BLOCK ** 2;
    const [x, y] = [(velocity.x * INTERVAL) / 1_000, (velocity.y * INTERVAL) / 1_000];
    dx[block] = (yv * x - xv * y) / determinant;
    dy[block] = (xu * y - yu * x) / determinant;
  }
  const confidence = new Float32Array(blocks).fill(0.9);
  return {
    map: { columns, rows, persons },
    motion: {
      afterimage: { columns: 1, rows: 1, grey: new Float32Array(1) },
      field: { columns, rows, dx, dy, confidence },
    },
  };
};

const sum = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** Counts on the line while a crowd passes for some seconds. */
const passing = (
  density: number,
  velocity: Point,
  seconds: number,
  lost: (frame: number) => boolean,
) => {
  const meter = new FlowMeter(view, [line]);
  const { map, motion } = crowd(density, velocity);
  const flows = Array.from({ length: seconds * 5 + 1 }, (_, frame) => {
    const unseen = { ...motion, field: undefined };
    return meter.measure({
      at: START + INTERVAL * frame,
      detections: [],
      map,
      motion: lost(frame) ? unseen : motion,
      fused: fusedWith(1, density),
    });
  });
  return {
    in: sum(flows.map((flow) => flow?.passages[0]?.in)),
    out: sum(flows.map((flow) => flow?.passages[0]?.out)),
    flows,
  };
};

describe('[U] flow meter', () => {
  it('counts a dense crowd by ρ·v·length·time: 3 persons/m² at 0.5 m/s over 4 m in 10 s are 60', () => {
    const north = passing(3, { x: 0, y: 0.5 }, 10, () => false);
    expect(north.in).toBeGreaterThan(57);
    expect(north.in).toBeLessThan(63);
    expect(north.out).toBe(0);
    const south = passing(3, { x: 0.8, y: -0.5 }, 10, () => false);
    expect(south.out).toBeCloseTo(north.in, 1);
    expect(south.in).toBe(0);
  });

  it('goes on with the last flow where single pictures tell no motion', () => {
    const whole = passing(3, { x: 0, y: 0.5 }, 10, () => false);
    const gaps = passing(3, { x: 0, y: 0.5 }, 10, (frame) => frame % 4 === 3);
    expect(gaps.in).toBeCloseTo(whole.in, 1);
  });

  it('a crowd that stands does not pass', () => {
    const { in: inwards, out } = passing(4, { x: 0, y: 0 }, 10, () => false);
    expect(inwards + out).toBe(0);
  });

  it('tells how a zone moves by the very speeds', () => {
    const { flows } = passing(3, { x: 0.3, y: 0.4 }, 2, () => false);
    const zone = flows.at(-1)?.zones[0];
    expect(zone?.persons).toBeGreaterThan(50);
    expect((zone?.speed ?? 0) / (zone?.persons ?? 1)).toBeCloseTo(0.5, 2);
  });

  const walkers = (
    steps: number,
    weight: number,
    keep: (frame: number) => boolean = () => true,
  ) => {
    const meter = new FlowMeter(view, [line]);
    const motion = { ...crowd(0, { x: 0, y: 0 }).motion, field: undefined };
    const flows = Array.from({ length: steps }, (_, frame) => {
      if (!keep(frame)) return undefined;
      const place = { x: 4, y: 3.2 + 0.26 * frame };
      const back = { x: 6, y: 7 - 0.26 * frame };
      const at = START + INTERVAL * frame;
      const detections = [personAt(place), personAt(back)];
      return meter.measure({ at, detections, map: undefined, motion, fused: fusedWith(weight) });
    });
    return {
      in: sum(flows.map((flow) => flow?.passages[0]?.in)),
      out: sum(flows.map((flow) => flow?.passages[0]?.out)),
    };
  };

  it('counts people one by one where they are sparse, each way', () => {
    expect(walkers(16, 0)).toEqual({ in: 1, out: 1 });
  });

  it('counts a tracked person as far as tracks are trusted there', () => {
    expect(walkers(16, 0.25)).toEqual({ in: 0.75, out: 0.75 });
  });

  it('lost frames change no count', () => {
    expect(walkers(16, 0, (frame) => frame < 3 || frame % 3 !== 0)).toEqual({ in: 1, out: 1 });
  });

  it('a frame that is not newer than the last adds nothing', () => {
    const meter = new FlowMeter(view, [line]);
    const { map, motion } = crowd(2, { x: 0, y: 1 });
    const sights = { at: START, detections: [], map, motion, fused: fusedWith(1, 2) };
    expect(meter.measure(sights)).toBeDefined();
    expect(meter.measure(sights)).toBeUndefined();
  });

  it('forgets the picture before when the next one comes too late to follow it', () => {
    const meter = new FlowMeter(view, [line]);
    const { map, motion } = crowd(2, { x: 0, y: 1 });
    meter.measure({ at: START, detections: [], map, motion, fused: fusedWith(1, 2) });
    expect(meter.afterimageFor(START + 200)).toBe(motion.afterimage);
    expect(meter.afterimageFor(START + 2_000)).toBeUndefined();
  });

  it('expects to catch less of a line it sees in part, and of people who are small or hidden', () => {
    const recallOf = (to: Point, persons: number) => {
      const meter = new FlowMeter(view, [{ passage: 'l', line: { from: { x: 5, y: 5 }, to } }]);
      const fused = fusedWith(0, persons);
      const motion = undefined;
      const sights = { at: START, detections: [], map: undefined, motion, fused };
      return meter.measure(sights)?.passages[0]?.recall ?? Number.NaN;
    };
    const whole = recallOf({ x: 7, y: 5 }, 0);
    expect(whole).toBeGreaterThan(0.9);
    expect(recallOf({ x: 25, y: 5 }, 0)).toBeLessThan(0.7 * whole);
    expect(recallOf({ x: 7, y: 5 }, 3)).toBeLessThan(whole);
  });

  it('expects to catch few of people who jump farther from frame to frame than anybody walks', () => {
    const meter = new FlowMeter(view, [line]);
    let recall = Number.NaN;
    for (let frame = 0; frame < 40; frame += 1) {
      const places = [0, 1, 2].map((one) => ({ x: 1 + 3 * one, y: 1 + 3.6 * (frame % 3) }));
      const flow = meter.measure({
        at: START + 330 * frame,
        detections: places.map((place) => personAt(place)),
        map: undefined,
        motion: undefined,
        fused: fusedWith(0),
      });
      recall = flow?.passages[0]?.recall ?? Number.NaN;
    }
    expect(recall).toBeLessThan(0.2);
  });

  it('measures no line on which it sees nobody', () => {
    const behind = { passage: 'behind', line: { from: { x: 3, y: -20 }, to: { x: 7, y: -20 } } };
    expect(new FlowMeter(view, [line, behind]).passages).toEqual(['middle']);
  });
});
