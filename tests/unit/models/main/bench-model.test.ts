import { ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { benchModel } from '../../../../models/src/main/bench-model.js';
import type { InferenceSession } from '../../../../models/src/ports/inference-session.js';
import { TASK_SIGNATURES } from '../../../../models/src/registry/task-signature.js';

const picture = { width: 16, height: 8, pixels: new Uint8Array(16 * 8 * 3) };

/** A model that counts three people, whose clock moves only by what its runs take, milliseconds. */
const timed = (ours: (run: number) => number, bare: number) => {
  let now = 0;
  let runs = 0;
  const session: InferenceSession = {
    signature: TASK_SIGNATURES.density,
    run: async () => {
      now += ours(runs);
      runs += 1;
      const values = Float32Array.of(1, 2);
      return ok({ density: { type: 'float32', dims: [1, 1, 2], values } });
    },
    bare: () => async () => {
      now += bare;
    },
    close: async () => {},
  };
  return { session, now: () => now };
};

const plan = { task: 'density', leastScore: 0.4, warmUp: 2, runs: 5 } as const;

describe('[U] the bench', () => {
  it('gives medians, their ratio, and persons per second', async () => {
    const { session, now } = timed(() => 12, 10);
    expect(await benchModel(session, picture, { ...plan, now })).toEqual(
      ok({
        ms: 12,
        bareMs: 10,
        ratio: 1.2,
        framesPerSecond: 1_000 / 12,
        personsPerSecond: 3_000 / 12,
      }),
    );
  });

  it('leaves out the warm-up, and one slow run does not count', async () => {
    const { session, now } = timed((run) => (run < 3 || run === 5 ? 500 : 12), 10);
    expect(await benchModel(session, picture, { ...plan, now })).toMatchObject({
      value: { ms: 12 },
    });
  });

  it('says why a model does not run', async () => {
    const { session, now } = timed(() => 12, 10);
    const larger = { width: 32, height: 8, pixels: new Uint8Array(32 * 8 * 3) };
    expect(await benchModel(session, larger, { ...plan, now })).toMatchObject({
      code: 'model-failed',
    });
  });
});
