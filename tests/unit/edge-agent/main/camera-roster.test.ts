import { ok } from '@throng/contract';
import type { PersonDetector } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { startAgent } from '../../../../edge-agent/src/main/agent.js';
import { FakeClock } from '../support/fake-clock.js';
import { RecordingPublisher } from '../support/recording-publisher.js';
import { sampleView, size } from '../support/sample-camera.js';
import { ScriptedSource } from '../support/scripted-source.js';

const detector: PersonDetector = {
  id: 'nobody',
  error: { relative: 0.1, floor: 0.5 },
  detect: async () => ok([]),
};

/** An agent whose cameras show one frame each time that they are opened. */
const agentWith = (...ids: string[]) => {
  const clock = new FakeClock();
  const publisher = new RecordingPublisher();
  const pool = new FramePool(size);
  const camera = (id: string) => {
    const source = new ScriptedSource(
      Array.from({ length: 100 }, () => [1, { reason: 'failed', diagnosis: 'one at a time' }]),
      () => pool.frame(pool.take(), clock.now()),
    );
    return { view: { ...sampleView(), camera: id }, source, framesPerSecond: 5 };
  };
  const say = () => undefined;
  const agent = startAgent({
    ...{ venue: 'hall', edge: 'box-1', version: '1.2.3', windowSeconds: 1, clock, publisher },
    cameras: ids.map(camera),
    models: { person: detector, density: undefined, provider: 'cpu' },
    sampling: { floor: 1, restDensity: true },
    log: { info: say, warn: say, error: say },
  });
  const windowsOf = (id: string) => publisher.windows.filter((window) => window.camera === id);
  return { agent, camera, clock, publisher, windowsOf };
};

describe('[U] camera roster', () => {
  it('lets a camera come and go while the others go on in one sequence', async () => {
    const { agent, camera, clock, publisher, windowsOf } = agentWith('stays', 'goes');
    await clock.advance(3_000);
    await agent.cameras.remove('goes');
    agent.cameras.add(camera('comes'));
    const left = windowsOf('goes').length;
    await clock.advance(5_000);
    expect(windowsOf('goes')).toHaveLength(left);
    expect(windowsOf('comes').length).toBeGreaterThan(3);
    const sequences = windowsOf('stays').map(({ sequence }) => sequence);
    expect(sequences).toEqual(Array.from({ length: 8 }, (_, index) => index));
    expect(publisher.healths.at(-1)?.cameras.map(({ camera: id }) => id)).toEqual([
      'stays',
      'comes',
    ]);
    await agent.stop();
  });

  it('[MW2] [MW3] goes on with the windows of a camera that comes back', async () => {
    const { agent, camera, clock, windowsOf } = agentWith('cam-1');
    await clock.advance(2_400);
    for (const pause of [0, 300, 2_000]) {
      await agent.cameras.remove('cam-1');
      await clock.advance(pause);
      agent.cameras.add(camera('cam-1'));
      await clock.advance(2_000);
    }
    await agent.stop();
    const windows = windowsOf('cam-1');
    expect(windows.map(({ sequence }) => sequence)).toEqual(windows.map((_, index) => index));
    const starts = windows.map(({ start }) => start);
    expect(new Set(starts).size).toBe(starts.length);
    expect(starts).toEqual(starts.toSorted());
  });

  it('sends what a camera had measured when it leaves', async () => {
    const { agent, clock, windowsOf } = agentWith('cam-1', 'cam-2');
    await clock.advance(100);
    await agent.cameras.remove('cam-1');
    expect(windowsOf('cam-1')).toMatchObject([{ frames: { processed: 1 } }]);
    expect(windowsOf('cam-2')).toEqual([]);
    await agent.stop();
  });
});
