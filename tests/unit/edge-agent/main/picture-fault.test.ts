import { encode, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { startAgent } from '../../../../edge-agent/src/main/agent.js';
import type { CameraCare } from '../../../../edge-agent/src/ports/camera-care.js';
import { FakeClock } from '../support/fake-clock.js';
import { RecordingPublisher } from '../support/recording-publisher.js';
import { personAt, sampleView, size } from '../support/sample-camera.js';
import { ScriptedSource } from '../support/scripted-source.js';

const silent = () => undefined;

/** An agent with one camera of two frames, and what looks after it. */
const agentWith = (care: Partial<CameraCare>) => {
  const clock = new FakeClock();
  const publisher = new RecordingPublisher();
  const pool = new FramePool(size);
  const whole: CameraCare = {
    found: undefined,
    correction: undefined,
    look: async () => undefined,
    measured: silent,
    refresh: async () => undefined,
    health: () => ({}),
    ...care,
  };
  const person = {
    id: 'one-person',
    error: { relative: 0.1, floor: 0.5 },
    detect: async () => ok([personAt({ x: 3, y: 5 })]),
  };
  const agent = startAgent({
    ...{ venue: 'hall', edge: 'box-1', version: '1.2.3', publisher, windowSeconds: 1, clock },
    cameras: [
      {
        view: sampleView(),
        source: new ScriptedSource([[2]], () => pool.frame(pool.take(), clock.now())),
        framesPerSecond: 5,
        care: whole,
      },
    ],
    models: { person, density: undefined, provider: 'cpu' },
    sampling: { floor: 1, restDensity: true },
    log: { info: silent, warn: silent, error: silent },
  });
  return { agent, clock, publisher };
};

describe('[U] a picture that may not be counted', () => {
  it('[MW7] [MW9] withdraws persons/m²: the window has the fault, no zones and no grid', async () => {
    const found = { fault: 'covered' as const, since: 0 };
    const { agent, clock, publisher } = agentWith({ found });
    await clock.advance(1_000);
    const [window] = publisher.windows;
    expect(window).toMatchObject({ fault: 'covered', zones: [], passages: [] });
    expect(window?.grid).toBeUndefined();
    expect(window && encode('window', window)).toMatchObject({ ok: true });
    await agent.stop();
    const camera = publisher.healths.at(-1)?.cameras[0];
    expect(camera).toMatchObject({ fault: 'covered' });
  });

  it('shows frames to what looks after the camera', async () => {
    const looked: number[] = [];
    const { agent, clock } = agentWith({
      look: async (frame) => {
        looked.push(frame.pixels.length);
      },
    });
    await clock.advance(1_000);
    await agent.stop();
    expect(looked).toContain(size.width * size.height * 3);
  });

  it('counts with the correction that hand counts gave', async () => {
    const correction = { factor: 1.5, relative: 0.1, counts: 9, at: 0 };
    const { agent, clock, publisher } = agentWith({ correction });
    await clock.advance(1_000);
    expect(publisher.windows[0]?.zones.map(({ persons }) => persons)).toEqual([1.5, 0]);
    await agent.stop();
  });
});
