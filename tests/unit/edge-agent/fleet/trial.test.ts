import { ok, type Trial } from '@throng/contract';
import type { Observation } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { judgeStage } from '../../../../edge-agent/src/fleet/trial/judge-stage.js';
import {
  type OneModel,
  pairedModels,
} from '../../../../edge-agent/src/fleet/trial/paired-models.js';
import { runTrial } from '../../../../edge-agent/src/fleet/trial/run-trial.js';
import {
  type PairedLook,
  StageEvidence,
} from '../../../../edge-agent/src/fleet/trial/stage-evidence.js';
import { FakeClock } from '../support/fake-clock.js';

const TRIAL: Trial = {
  camera: 'cam-1',
  seconds: 60,
  leastLooks: 10,
  limits: { slower: 1.5, disagreement: 0.3, failures: 0.1, drift: 0 },
};
const GOOD = { looks: 100, slower: 1.1, disagreement: 0.1, failures: 0, drift: 0 };

const look = (persons: number, took = 10, observation: Observation = {}) => ({
  ...{ took, persons, observation },
});
const evidenceOf = (pairs: readonly PairedLook[], offered = {}) => {
  const evidence = new StageEvidence({
    old: { activeShare: { mean: 0.5, deviation: 0.1 } },
    offered,
  });
  for (const pair of pairs) evidence.add(pair);
  return evidence.figures();
};

describe('[U] judge of a stage', () => {
  it('[FL8] decides nothing before there are enough looks, however bad they are', () => {
    const figures = { ...GOOD, looks: 9, failures: 1 };
    expect(judgeStage(figures, TRIAL, 3_600_000)).toEqual({ kind: 'goes-on' });
  });

  it('[FL8] lets a model pass only after the whole time', () => {
    expect(judgeStage(GOOD, TRIAL, 59_999)).toEqual({ kind: 'goes-on' });
    expect(judgeStage(GOOD, TRIAL, 60_000)).toEqual({ kind: 'passed' });
  });

  it.each([
    ['slower', { slower: 1.51 }],
    ['disagrees', { disagreement: 0.31 }],
    ['failed', { failures: 0.11 }],
    ['drift', { drift: 1 }],
  ] as const)('[FL8] takes it back at once for "%s"', (reason, change) => {
    expect(judgeStage({ ...GOOD, ...change }, TRIAL, 1_000)).toEqual({ kind: 'failed', reason });
  });

  it('[FL8] holds a model at its limits, not beyond them', () => {
    const figures = { ...GOOD, slower: 1.5, disagreement: 0.3, failures: 0.1 };
    expect(judgeStage(figures, TRIAL, 60_000)).toEqual({ kind: 'passed' });
  });
});

describe('[U] evidence of a stage', () => {
  it('compares the median times: one slow look is none of the model', () => {
    const pairs = [10, 10, 10, 10, 500].map((took) => ({ old: look(5), offered: look(5, took) }));
    expect(evidenceOf(pairs)).toMatchObject({ slower: 1, looks: 5 });
    expect(evidenceOf(pairs.map(({ old }) => ({ old, offered: look(5, 25) })))).toMatchObject({
      slower: 2.5,
    });
  });

  it('adds up how far counts of the same frames are apart: errors of both signs do not cancel', () => {
    const pairs = [
      { old: look(9), offered: look(14) },
      { old: look(9), offered: look(4) },
    ];
    // (5 + 5) / (18 + 2)
    expect(evidenceOf(pairs)).toMatchObject({ disagreement: 0.5 });
  });

  it('says nothing of speed and counts where nothing could be compared', () => {
    expect(evidenceOf([])).toEqual({ looks: 0, failures: 0, drift: 0 });
    const figures = evidenceOf([{ old: look(5), offered: undefined }]);
    expect(figures).toEqual({ looks: 1, failures: 1, drift: 0 });
  });

  it('counts the statistics that left the new model’s experience and not the old one’s', () => {
    const seen = { activeShare: 0.5, brightness: 0.9 };
    const pairs = [{ old: look(5, 10, seen), offered: look(5, 10, seen) }];
    const known = { mean: 0.5, deviation: 0.1 };
    expect(evidenceOf(pairs, { brightness: known, activeShare: known }).drift).toBe(1);
    expect(evidenceOf(pairs, { activeShare: known }).drift).toBe(0);
    expect(evidenceOf(pairs, undefined).drift).toBe(0);
  });
});

describe('[U] two models on one camera', () => {
  const counting = (id: string, persons: number, fails = false): OneModel => ({
    person: undefined,
    density: {
      id,
      error: { relative: 0, floor: 0 },
      estimate: async () =>
        fails
          ? { ok: false, code: 'model-failed', message: id }
          : ok({ columns: 1, rows: 1, persons: Float32Array.of(persons) }),
    },
  });
  const picture = { width: 8, height: 8, pixels: new Uint8Array(192) };
  const seenBy = async (
    lead: 'old' | 'offered',
    { isDue = true, oldFails = false, offeredFails = false } = {},
  ) => {
    const pairs: PairedLook[] = [];
    let now = 0;
    const { density } = pairedModels(
      { ...counting('old', 3, oldFails), motion: undefined },
      counting('offered', 4, offeredFails),
      {
        lead,
        isDue: () => isDue,
        stopwatch: () => {
          now += 5;
          return now;
        },
        onPair: (pair) => pairs.push(pair),
      },
    );
    const answer = await density?.estimate(picture);
    return { id: density?.id, pairs, counted: answer?.ok ? answer.value.persons[0] : undefined };
  };

  it('[FL7] in the shadow the old model’s answer counts, and both are compared', async () => {
    const { counted, id, pairs } = await seenBy('old');
    expect([id, counted]).toEqual(['old', 3]);
    expect(pairs).toMatchObject([
      { old: { persons: 3, took: 5 }, offered: { persons: 4, took: 5 } },
    ]);
  });

  it('[FL7] as a canary the new one’s answer counts', async () => {
    expect(await seenBy('offered')).toMatchObject({ id: 'offered', counted: 4 });
  });

  it('looks with one model only at most frames', async () => {
    expect(await seenBy('old', { isDue: false })).toMatchObject({ counted: 3, pairs: [] });
    expect(await seenBy('offered', { isDue: false })).toMatchObject({ counted: 4, pairs: [] });
  });

  it('[FL8] a new model that fails loses no measurement, and is counted', async () => {
    const due = await seenBy('offered', { offeredFails: true });
    expect(due).toMatchObject({ counted: 3, pairs: [{ offered: undefined }] });
    const between = await seenBy('offered', { isDue: false, offeredFails: true });
    expect(between).toMatchObject({ counted: 3, pairs: [{ offered: undefined }] });
    const shadow = await seenBy('old', { offeredFails: true });
    expect(shadow).toMatchObject({ counted: 3, pairs: [{ offered: undefined }] });
  });

  it('an old model that fails in the shadow fails as ever', async () => {
    expect((await seenBy('old', { oldFails: true })).counted).toBeUndefined();
  });
});

describe('[U] a trial', () => {
  const run = (offered: (stage: string) => PairedLook) => {
    const clock = new FakeClock();
    const stages: string[] = [];
    const abort = new AbortController();
    let add: ((look: PairedLook) => void) | undefined;
    let stage = '';
    const outcome = runTrial({
      trial: TRIAL,
      evidence: () => new StageEvidence({ old: undefined, offered: undefined }),
      place: (name, onPair) => {
        stages.push(name);
        stage = name;
        add = onPair;
      },
      told: () => {},
      ...{ clock, signal: abort.signal },
    });
    const pass = async (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        add?.(offered(stage));
        await clock.advance(1_000);
      }
    };
    return { outcome, pass, stages, abort };
  };
  const same = { old: look(5), offered: look(5) };

  it('[FL7] goes from the shadow over one camera to all, the whole time in each', async () => {
    const { outcome, pass, stages } = run(() => same);
    await pass(59);
    expect(stages).toEqual(['shadow']);
    await pass(2);
    expect(stages).toEqual(['shadow', 'canary']);
    await pass(130);
    expect(stages).toEqual(['shadow', 'canary', 'probation']);
    expect(await outcome).toMatchObject({ kind: 'passed' });
  });

  it('[FL8] ends in the stage in which speed worsens', async () => {
    const slow = { old: look(5), offered: look(5, 40) };
    const { outcome, pass, stages } = run((stage) => (stage === 'canary' ? slow : same));
    await pass(80);
    expect(await outcome).toMatchObject({
      kind: 'failed',
      reason: 'slower',
      figures: { slower: 4 },
    });
    expect(stages).toEqual(['shadow', 'canary']);
  });

  it('[FL8] that was found good everywhere is still taken back while it is on probation', async () => {
    const apart = { old: look(5), offered: look(50) };
    const { outcome, pass } = run((stage) => (stage === 'probation' ? apart : same));
    await pass(190);
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'disagrees' });
  });

  it('ends when the offer is withdrawn', async () => {
    const { abort, outcome, pass } = run(() => same);
    await pass(5);
    abort.abort();
    expect(await outcome).toMatchObject({ kind: 'failed', reason: 'withdrawn' });
  });
});
