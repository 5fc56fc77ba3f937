import { fail, ok } from '@throng/contract';
import type { Move, Provider, Tensors } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import type { Runtime } from '../../../../packages/inference/src/ports/runtime.js';
import { FallbackModel } from '../../../../packages/inference/src/providers/fallback-model.js';

const frame: Tensors = {};
const bad: Tensors = { bad: { type: 'uint8', dims: [0], values: new Uint8Array() } };

type Behaviour = 'answers' | 'fails' | 'dies' | 'does not open';

/** A runtime whose providers behave as a test says, from one moment to the next. */
const scripted = (behaviour: Record<Provider, Behaviour>) => {
  const opened: Provider[] = [];
  let life = 0;
  const runtime: Runtime = {
    open: async (_, provider) => {
      if (behaviour[provider] === 'does not open') return fail('model-invalid', 'no libraries');
      opened.push(provider);
      const bornIn = life;
      return ok({
        signature: { inputs: [], outputs: [] },
        run: async (feeds) => {
          if (bornIn !== life) return fail('runtime-died', 'gone');
          if (feeds === bad) return fail('model-failed', 'a strange frame');
          if (behaviour[provider] === 'fails') return fail('model-failed', 'out of memory');
          if (behaviour[provider] !== 'dies') return ok({});
          life += 1;
          return fail('runtime-died', 'gone');
        },
        time: async () => ok(1),
      });
    },
  };
  return { runtime, opened, die: () => (life += 1) };
};

const WELL = { tensorrt: 'answers', cuda: 'answers', webgpu: 'answers', cpu: 'answers' } as const;

const openOn = async (behaviour: Record<Provider, Behaviour>, providers: readonly Provider[]) => {
  const moves: Move[] = [];
  const script = scripted(behaviour);
  const onMove = (move: Move) => moves.push(move);
  const model = await FallbackModel.open(script.runtime, 'a.onnx', {
    threads: 1,
    providers,
    onMove,
  });
  if (!model.ok) throw new Error(model.message);
  return { ...script, model: model.value, moves };
};

describe('[U] a model and its providers', () => {
  it('opens on the first that works, and tells of those that do not', async () => {
    const { model, moves } = await openOn({ ...WELL, tensorrt: 'does not open' }, [
      'tensorrt',
      'cuda',
      'cpu',
    ]);
    expect(model.provider).toBe('cuda');
    expect(moves).toEqual([
      { path: 'a.onnx', from: 'tensorrt', to: 'cuda', reason: 'no libraries' },
    ]);
  });

  it('names every provider where none works', async () => {
    const { runtime } = scripted({ ...WELL, cuda: 'does not open', cpu: 'does not open' });
    const options = { threads: 1, providers: ['cuda', 'cpu'] } as const;
    expect(await FallbackModel.open(runtime, 'a.onnx', options)).toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(/cuda: no libraries; on cpu: no libraries/),
    });
  });

  it('answers the frame on which a provider fails, and stays with the one that could', async () => {
    const behaviour: Record<Provider, Behaviour> = { ...WELL };
    const { model, moves } = await openOn(behaviour, ['cuda', 'cpu']);
    expect(await model.run(frame)).toEqual(ok({}));
    behaviour.cuda = 'fails';
    expect(await model.run(frame)).toEqual(ok({}));
    expect(model.provider).toBe('cpu');
    expect(moves).toMatchObject([{ from: 'cuda', to: 'cpu', reason: 'out of memory' }]);
  });

  it('stays where it is when no provider can answer a frame, and opens each other one only once', async () => {
    const { model, opened, moves } = await openOn(WELL, ['cuda', 'cpu']);
    for (const _ of [1, 2, 3]) {
      expect(await model.run(bad)).toMatchObject({ code: 'model-failed' });
    }
    expect(await model.run(frame)).toEqual(ok({}));
    expect([model.provider, moves, opened]).toEqual(['cuda', [], ['cuda', 'cpu']]);
  });

  it('opens again on the same provider when the runtime died of something else', async () => {
    const { model, die, opened } = await openOn(WELL, ['cuda', 'cpu']);
    die();
    expect(await model.run(frame)).toEqual(ok({}));
    expect([model.provider, opened]).toEqual(['cuda', ['cuda', 'cuda']]);
  });

  it('leaves a provider that kills the runtime twice', async () => {
    const { model } = await openOn({ ...WELL, cuda: 'dies' }, ['cuda', 'cpu']);
    expect(await model.run(frame)).toEqual(ok({}));
    expect(model.provider).toBe('cpu');
  });

  it('fails with the cause where the last provider dies, and tries again with the next frame', async () => {
    const behaviour: Record<Provider, Behaviour> = { ...WELL, cpu: 'dies' };
    const { model } = await openOn(behaviour, ['cpu']);
    expect(await model.run(frame)).toMatchObject({ code: 'model-failed', message: 'gone' });
    behaviour.cpu = 'answers';
    expect(await model.run(frame)).toEqual(ok({}));
  });

  it('finds one new place for frames that fail at the same time', async () => {
    const behaviour: Record<Provider, Behaviour> = { ...WELL };
    const { model, moves, opened } = await openOn(behaviour, ['cuda', 'cpu']);
    behaviour.cuda = 'fails';
    const answers = await Promise.all([1, 2, 3, 4].map(() => model.run(frame)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect([moves.length, opened]).toEqual([1, ['cuda', 'cpu']]);
  });
});
