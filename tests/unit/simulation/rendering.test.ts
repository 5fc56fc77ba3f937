import {
  appearanceOf,
  createCamera,
  createRenderer,
  lightOf,
  type Scene,
  type Stance,
  visiblePeople,
} from '@throng/simulation';
import { describe, expect, it } from 'vitest';

const camera = createCamera({
  position: { x: 0, y: 0, z: 6 },
  lookAt: { x: 0, y: 9, z: 0 },
  fieldOfView: 60,
  width: 320,
  height: 240,
});

const scene: Scene = {
  ground: { kind: 'concrete', colour: [150, 150, 150], module: 2, seed: 1 },
  markings: [],
  walls: [],
  props: [],
  backdrop: { above: [90, 90, 90], horizon: [120, 120, 120] },
  light: { ...lightOf('overcast'), noise: 0 },
};

const at = (id: number, x: number, y: number): Stance => ({
  id,
  x,
  y,
  heading: 0,
  speed: 0,
  walked: 0,
});

const seen = (people: readonly Stance[]) =>
  visiblePeople(createRenderer(camera, scene).figures(people), camera.width, camera.height);

/** Columns and rows in which two frames differ. */
const difference = (a: Uint8Array, b: Uint8Array) => {
  const [columns, rows]: [number[], number[]] = [[], []];
  for (let index = 0; index < a.length; index += 4) {
    const change = [0, 1, 2].reduce(
      (sum, channel) => sum + Math.abs((a[index + channel] ?? 0) - (b[index + channel] ?? 0)),
      0,
    );
    if (change < 24) continue;
    columns.push((index / 4) % camera.width);
    rows.push(Math.floor(index / 4 / camera.width));
  }
  return { columns, rows };
};

describe('a rendered frame', () => {
  it('[U] is width · height · 4 bytes, opaque', () => {
    const frame = createRenderer(camera, scene).render([], 0);
    expect(frame.data.length).toBe(320 * 240 * 4);
    expect(frame.data.filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(
      true,
    );
  });

  it('[U] the same people give the same pixels', () => {
    const people = [at(1, 0, 9), at(2, 1, 8)];
    const one = Uint8Array.from(createRenderer(camera, scene).render(people, 3).data);
    const two = Uint8Array.from(createRenderer(camera, scene).render(people, 3).data);
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('[U] a person is drawn where the truth says: head at the top, feet at the bottom of the box', () => {
    const renderer = createRenderer(camera, scene);
    const empty = Uint8Array.from(renderer.render([], 0).data);
    const person = [at(11, 0.8, 9)];
    const { columns, rows } = difference(empty, renderer.render(person, 0).data);
    const [truth] = seen(person);
    if (truth === undefined) throw new Error('Nobody is seen.');
    const [left, top, width, height] = truth.box;
    expect(Math.abs(Math.min(...rows) - top)).toBeLessThan(4);
    expect(Math.abs(Math.max(...rows) - (top + height))).toBeLessThan(6);
    expect(Math.min(...columns)).toBeGreaterThan(left - 5);
    expect(Math.max(...columns)).toBeLessThan(left + width + 5);
    const headRows = rows.filter((_, index) => Math.abs((columns[index] ?? 0) - truth.head.x) < 3);
    expect(Math.abs(Math.min(...headRows) + truth.headRadius - truth.head.y)).toBeLessThan(4);
  });

  it('[U] a head in the truth is where the camera projects it', () => {
    const [truth] = seen([at(11, 0.8, 9)]);
    const { stature } = appearanceOf(11);
    const expected = camera.project({ x: 0.85, y: 9, z: stature - 0.118 });
    expect(truth?.head.x).toBeCloseTo(expected?.x ?? Number.NaN, 0);
    expect(truth?.head.y).toBeCloseTo(expected?.y ?? Number.NaN, 0);
  });
});

describe('who shows', () => {
  it('[U] somebody alone shows whole, somebody half out of the image does not', () => {
    expect(seen([at(1, 0, 9)])[0]).toMatchObject({ headShown: 1, bodyShown: 1 });
    const atEdge = camera.toGround({ x: 0, y: 120 });
    expect(seen([at(1, atEdge?.x ?? 0, atEdge?.y ?? 0)])[0]?.bodyShown).toBeLessThan(0.8);
  });

  it('[U] the nearer of two in one line hides the farther one', () => {
    const low = createCamera({ ...camera, position: { x: 0, y: 0, z: 1.6 } });
    const renderer = createRenderer(low, scene);
    const visible = visiblePeople(
      renderer.figures([at(3, 0, 8), at(4, 0, 7.5)]),
      low.width,
      low.height,
    );
    const far = visible.find(({ id }) => id === 3);
    const near = visible.find(({ id }) => id === 4);
    expect(near?.headShown).toBe(1);
    expect(far?.bodyShown ?? 1).toBeLessThan(0.4);
  });
});

describe('looks', () => {
  it('[U] belong to the person, and statures stay between 1.50 and 1.95 m', () => {
    const statures = Array.from({ length: 500 }, (_, id) => appearanceOf(id).stature);
    expect(appearanceOf(7)).toEqual(appearanceOf(7));
    expect(Math.min(...statures)).toBeGreaterThanOrEqual(1.5);
    expect(Math.max(...statures)).toBeLessThanOrEqual(1.95);
    expect(new Set(statures).size).toBeGreaterThan(400);
  });
});
