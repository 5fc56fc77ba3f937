import { encode, fail, ok } from '@throng/contract';
import type { PersonDetector } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { type AgentParts, startAgent } from '../../../../edge-agent/src/main/agent.js';
import { FakeClock } from '../support/fake-clock.js';
import { RecordingPublisher } from '../support/recording-publisher.js';
import { personAt, sampleView, size } from '../support/sample-camera.js';
import { type Opening, ScriptedSource } from '../support/scripted-source.js';

const people = [personAt({ x: 3, y: 5 }), personAt({ x: 7, y: 5 }), personAt({ x: 7, y: 3 })];

const detector: PersonDetector = {
  id: 'three-people',
  error: { relative: 0.1, floor: 0.5 },
  detect: async () => ok(people),
};

const brokenDetector: PersonDetector = {
  ...detector,
  id: 'broken',
  detect: async () => fail('model-failed', 'out of memory'),
};

/** An agent in a test's hands: fake time, scripted cameras, a publisher that keeps all. */
const agentWith = (
  openings: readonly (readonly Opening[])[],
  person = detector,
  models: AgentParts['models'] = { person, density: undefined, provider: 'cpu' },
) => {
  const clock = new FakeClock();
  const publisher = new RecordingPublisher();
  const lines: string[] = [];
  const pool = new FramePool(size);
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  const parts: AgentParts = {
    venue: 'hall',
    edge: 'box-1',
    version: '1.2.3',
    cameras: openings.map((opening, index) => ({
      view: { ...sampleView(), camera: `cam-${index + 1}` },
      source: new ScriptedSource(opening, () => pool.frame(pool.take(), clock.now())),
      framesPerSecond: 5,
    })),
    models,
    publisher,
    sampling: { floor: 1, restDensity: true },
    windowSeconds: 1,
    clock,
    log: { info: say, warn: say, error: say },
  };
  return { agent: startAgent(parts), clock, lines, publisher };
};

describe('[U] agent', () => {
  it('turns frames into one anonymous window per camera and second', async () => {
    const { agent, clock, publisher } = agentWith([[[2]], [[1]]]);
    await clock.advance(1_000);
    expect(publisher.windows.map(({ camera }) => camera)).toEqual(['cam-1', 'cam-2']);
    const [first] = publisher.windows;
    expect(first?.zones.map(({ zone, persons }) => [zone, persons])).toEqual([
      ['west', 1],
      ['east', 2],
    ]);
    expect(first && encode('window', first)).toMatchObject({ ok: true });
    await agent.stop();
    expect(publisher.closed).toBe(true);
  });

  it('keeps measuring beside a camera that is dead', async () => {
    const dead: Opening = [{ reason: 'failed', diagnosis: 'no route to host' }];
    const { agent, clock, lines, publisher } = agentWith([[dead, dead, dead], [[1]]]);
    await clock.advance(1_000);
    const [lost, alive] = publisher.windows;
    expect(lost).toMatchObject({ camera: 'cam-1', fault: 'no-signal', zones: [] });
    expect(alive?.fault).toBeUndefined();
    expect(alive?.zones).toHaveLength(2);
    expect(lines.some((line) => line.startsWith('camera lost') && line.includes('no route'))).toBe(
      true,
    );
    await agent.stop();
  });

  it('counts frames that the models fail on, names the fault, and reports once a second', async () => {
    const { agent, clock, lines, publisher } = agentWith([[[1]]], brokenDetector);
    await clock.advance(1_000);
    expect(publisher.windows).toMatchObject([
      { fault: 'model-failed', frames: { captured: 1, processed: 0, failed: 1 } },
    ]);
    expect(lines.filter((line) => line.includes('out of memory'))).toHaveLength(1);
    await agent.stop();
  });

  it('shows only the newest frame to models that cannot keep up', async () => {
    const { agent, clock, publisher } = agentWith([[[40]]]);
    await clock.advance(1_000);
    const frames = publisher.windows[0]?.frames;
    expect(frames?.captured).toBe(40);
    expect((frames?.processed ?? 0) + (frames?.superseded ?? 0)).toBe(40);
    expect(frames?.superseded).toBeGreaterThan(0);
    await agent.stop();
  });

  it('says how it is every five seconds, in words that the contract accepts', async () => {
    const { agent, clock, publisher } = agentWith([[[1]]]);
    await clock.advance(10_000);
    expect(publisher.healths).toHaveLength(3);
    const latest = publisher.healths.at(-1);
    expect(latest).toMatchObject({
      version: '1.2.3',
      models: { person: 'three-people', provider: 'cpu' },
      cameras: [{ camera: 'cam-1', state: 'running', frames: { captured: 1, processed: 1 } }],
    });
    expect(latest && encode('health', latest)).toMatchObject({ ok: true });
    await agent.stop();
  });

  it('[EH2] says by how much the clock of its box was set, while it does not believe it', async () => {
    const { agent, clock, publisher } = agentWith([[[1]]]);
    clock.heldBy = -3_600;
    await clock.advance(5_000);
    const latest = publisher.healths.at(-1);
    expect(latest?.clock).toEqual({ heldBy: -3_600 });
    expect(latest && encode('health', latest)).toMatchObject({ ok: true });
    clock.heldBy = undefined;
    await clock.advance(5_000);
    expect(publisher.healths.at(-1)).not.toHaveProperty('clock');
    await agent.stop();
  });

  it('says where each model runs now, when they run in different places', async () => {
    let provider: AgentParts['models']['provider'] = 'cuda';
    const models: AgentParts['models'] = {
      person: detector,
      density: undefined,
      personProvider: 'wasm',
      get provider() {
        return provider;
      },
    };
    const { agent, clock, publisher } = agentWith([[[1]]], detector, models);
    provider = 'cpu';
    await clock.advance(5_000);
    const [first, second] = publisher.healths;
    expect(first?.models).toMatchObject({ provider: 'cuda', personProvider: 'wasm' });
    expect(second?.models).toMatchObject({ provider: 'cpu', personProvider: 'wasm' });
    expect(second && encode('health', second)).toMatchObject({ ok: true });
    await agent.stop();
  });

  it('tells when a camera shows other things than its model was trained on', async () => {
    const models: AgentParts['models'] = {
      ...{ person: detector, density: undefined, provider: 'cpu' },
      // the scripted frames are black
      experience: { brightness: { mean: 0.5, deviation: 0.1 } },
    };
    const once: Opening = [1, { reason: 'failed', diagnosis: 'one frame at a time' }];
    const openings = Array.from({ length: 2_000 }, () => once);
    const { agent, clock, lines, publisher } = agentWith([openings], detector, models);
    await clock.advance(5_000);
    expect(publisher.healths.at(-1)?.cameras[0]?.drift).toEqual([]);
    await clock.advance(650_000);
    const latest = publisher.healths.at(-1);
    expect(latest?.cameras[0]?.drift).toEqual([{ statistic: 'brightness', deviations: -5 }]);
    expect(latest && encode('health', latest)).toMatchObject({ ok: true });
    expect(lines.filter((line) => line.startsWith('camera has left'))).toHaveLength(1);
    await agent.stop();
  });

  it('sends the unfinished window when it is stopped', async () => {
    const { agent, clock, publisher } = agentWith([[[1]]]);
    await clock.advance(400);
    expect(publisher.windows).toEqual([]);
    await agent.stop();
    expect(publisher.windows).toMatchObject([{ frames: { processed: 1 } }]);
  });

  it('is finished when all its files have ended', async () => {
    const file: Opening = [2, { reason: 'ended', diagnosis: '' }];
    const { agent, clock } = agentWith([[file], [file]]);
    await clock.advance(100);
    await agent.finished;
    await agent.stop();
  });
});
