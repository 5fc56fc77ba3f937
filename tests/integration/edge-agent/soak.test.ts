import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ok } from '@throng/contract';
import type { PersonDetector } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../edge-agent/src/frames/frame-pool.js';
import { startAgent } from '../../../edge-agent/src/main/agent.js';
import type { StreamEnd } from '../../../edge-agent/src/ports/frame-source.js';
import { commandOf, descendants } from '../../support/descendants.js';
import { describeWith } from '../../support/system-tools.js';
import { FakeClock } from '../../unit/edge-agent/support/fake-clock.js';
import { RecordingPublisher } from '../../unit/edge-agent/support/recording-publisher.js';
import { personAt, sampleView, size } from '../../unit/edge-agent/support/sample-camera.js';
import { ScriptedSource } from '../../unit/edge-agent/support/scripted-source.js';
import { ffmpegSource } from './support/open-source.js';
import { squaresVideo } from './support/squares-video.js';

/** Ten minutes of event time and twenty reconnects, or `THRONG_SOAK` times as many. */
const LENGTH = Number(process.env.THRONG_SOAK ?? 1);

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Megabytes that are in use after all garbage is gone. */
const held = (): { heap: number; buffers: number } => {
  collectGarbage();
  collectGarbage();
  const { arrayBuffers, external, heapUsed } = process.memoryUsage();
  return { heap: heapUsed / 1e6, buffers: (external + arrayBuffers) / 1e6 };
};

const isFfmpeg = (command: string): boolean => command.includes('ffmpeg');

const LOST: StreamEnd = { reason: 'failed', diagnosis: 'connection reset' };

describe('[I] soak', () => {
  it('holds no more memory after hours of frames, faults and reconnects', {
    timeout: 60_000 * (1 + LENGTH),
  }, async () => {
    const clock = new FakeClock();
    const publisher = new RecordingPublisher();
    const pool = new FramePool(size);
    const say = () => undefined;
    const detector: PersonDetector = {
      id: 'one-person',
      error: { relative: 0.1, floor: 0.5 },
      detect: async () => ok([personAt({ x: 3, y: 5 })]),
    };
    const agent = startAgent({
      ...{ venue: 'hall', edge: 'box-1', version: '1.2.3', windowSeconds: 1, clock, publisher },
      cameras: ['cam-1', 'cam-2', 'cam-3'].map((camera) => ({
        view: { ...sampleView(), camera },
        source: new ScriptedSource(
          Array.from({ length: 100_000 }, () => [5, LOST]),
          () => pool.frame(pool.take(), clock.now()),
        ),
        framesPerSecond: 5,
      })),
      models: { person: detector, density: undefined, provider: 'cpu' },
      sampling: { floor: 1, restDensity: true },
      log: { info: say, warn: say, error: say },
    });
    let windows = 0;
    const live = async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await clock.advance(60_000);
        windows += publisher.windows.length;
        publisher.windows.length = 0;
        publisher.healths.length = 0;
      }
    };
    await live(3);
    const before = held();
    await live(10 * LENGTH);
    const after = held();
    await agent.stop();
    expect(windows).toBeGreaterThan(3 * 60 * 10 * LENGTH);
    expect(after.heap - before.heap).toBeLessThan(3);
    expect(after.buffers - before.buffers).toBeLessThan(1);
  });
});

describeWith(['ffmpeg'], '[I] soak with ffmpeg', () => {
  it('leaves no process and no open file behind, however often a stream is opened', {
    timeout: 60_000 * (1 + LENGTH),
  }, async () => {
    const source = await ffmpegSource(await squaresVideo({ seconds: 1 }), {
      input: { loop: true },
    });
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const reopen = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        const stream = source.open();
        let frames = 0;
        for await (const frame of stream.frames) {
          frame.release();
          frames += 1;
          if (frames === 5) stream.stop();
        }
        await stream.end;
      }
    };
    await reopen(4);
    const [files, before] = [openFiles(), held()];
    await reopen(20 * LENGTH);
    expect(openFiles()).toBeLessThanOrEqual(files + 2);
    expect(descendants(process.pid).map(commandOf).filter(isFfmpeg)).toEqual([]);
    const after = held();
    expect(after.heap - before.heap).toBeLessThan(3);
    expect(after.buffers - before.buffers).toBeLessThan((2 * 640 * 480 * 3) / 1e6);
  });
});
