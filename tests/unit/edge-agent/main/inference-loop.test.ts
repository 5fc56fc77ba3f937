import { ok } from '@throng/contract';
import { ASSUMED_ERROR, type PersonDetector } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { CameraStation } from '../../../../edge-agent/src/main/camera-station.js';
import { InferenceLoop } from '../../../../edge-agent/src/main/inference-loop.js';
import { pause } from '../../../../edge-agent/src/ports/clock.js';
import type { FrameSource } from '../../../../edge-agent/src/ports/frame-source.js';
import { FakeClock } from '../support/fake-clock.js';
import { personAt, sampleView, size } from '../support/sample-camera.js';

const LOOK = 100;

/** A rack whose detector takes 0.1 s for what it is given at once, and sees as many people as a test says. */
const rackOf = (cameras: readonly { people: number }[], framesAtOnce = 1) => {
  const clock = new FakeClock();
  const abort = new AbortController();
  const pool = new FramePool(size);
  const say = () => undefined;
  const inside: string[][] = [];
  const looking = new Set<string>();
  const owners = new Map<Uint8Array, number>();
  const person: PersonDetector = {
    ...{ id: 'person', error: ASSUMED_ERROR },
    detect: async ({ pixels }) => {
      const camera = owners.get(pixels) ?? 0;
      if (looking.has(`cam-${camera}`)) throw new Error('two frames of one camera at once');
      looking.add(`cam-${camera}`);
      await pause(clock, LOOK, abort.signal);
      inside.push([...looking]);
      looking.delete(`cam-${camera}`);
      const { people = 0 } = cameras[camera] ?? {};
      const packed = Array.from({ length: people }, (_, index) =>
        personAt({ x: 1 + 0.8 * (index % 10), y: 1 + 0.8 * Math.floor(index / 10) }),
      );
      return ok(packed);
    },
  };
  /** Five frames a second. */
  const source = (camera: number): FrameSource => ({
    open: () => {
      const frames = async function* () {
        while (!abort.signal.aborted) {
          const pixels = pool.take();
          owners.set(pixels, camera);
          yield pool.frame(pixels, clock.now());
          await pause(clock, 200, abort.signal);
        }
      };
      const stop = () => abort.abort();
      return { frames: frames(), end: new Promise(() => undefined), stop };
    },
  });
  const looks = cameras.map(() => 0);
  const stations = cameras.map(
    (_, index) =>
      new CameraStation({
        ...{ view: { ...sampleView(), camera: `cam-${index}` }, source: source(index) },
        ...{ framesPerSecond: 5, clock, windowSeconds: 1, onFrame: () => loop.wake() },
        log: { info: say, warn: say, error: say },
      }),
  );
  const loop: InferenceLoop = new InferenceLoop({
    ...{ clock, framesAtOnce: () => framesAtOnce },
    modelsOf: () => ({ person, density: undefined }),
    sampling: { floor: 1, restDensity: true },
    onLooked: (station) => {
      const index = stations.indexOf(station);
      looks[index] = (looks[index] ?? 0) + 1;
    },
  });
  for (const station of stations) {
    void station.feed.run();
    loop.add(station);
  }
  const running = loop.run();
  const stop = async (): Promise<void> => {
    abort.abort();
    loop.stop();
    await running;
  };
  return { clock, inside, looks, loop, stations, stop };
};

describe('[U] inference loop', () => {
  it('looks at the packed camera most, and at each of the others once a second', async () => {
    const { clock, looks, loop, stations, stop } = rackOf([
      { people: 0 },
      { people: 100 },
      { people: 0 },
      { people: 0 },
      { people: 0 },
    ]);
    await clock.advance(20_000);
    const [, packed = 0, ...empty] = looks;
    expect(packed).toBeGreaterThan(1.7 * Math.max(...empty));
    for (const count of empty) expect(count).toBeGreaterThanOrEqual(19);
    expect(looks.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(200);
    const [calm, risky] = stations.map((station) => loop.report(station).sampling);
    expect(risky?.weight).toBeGreaterThan(calm?.weight ?? 0);
    expect(risky?.share).toBeGreaterThan(0.3);
    expect(calm?.wanted).toBe(5);
    expect(calm?.weight).toBeLessThan(1.1);
    await stop();
  });

  it('gives the models as many frames at once as they want, and no two of one camera', async () => {
    const { clock, inside, looks, stop } = rackOf(Array(4).fill({ people: 0 }), 4);
    await clock.advance(5_000);
    expect(inside.some((together) => together.length === 4)).toBe(true);
    for (const count of looks) expect(count).toBeGreaterThanOrEqual(24); // of 25
    await stop();
  });

  it('looks no more at a camera that has left, and goes on with the others', async () => {
    const { clock, looks, loop, stations, stop } = rackOf([{ people: 0 }, { people: 0 }]);
    await clock.advance(2_000);
    const [leaves] = stations;
    if (leaves !== undefined) loop.remove(leaves);
    await clock.advance(200);
    const [before = 0, others = 0] = looks;
    await clock.advance(2_000);
    expect(looks[0]).toBe(before);
    expect(looks[1]).toBeGreaterThanOrEqual(others + 9);
    await stop();
  });
});
