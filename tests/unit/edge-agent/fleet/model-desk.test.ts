import { fail, type ModelOffer, ok, type Result } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import type { KeptModels } from '../../../../edge-agent/src/fleet/kept-models.js';
import { ModelDesk } from '../../../../edge-agent/src/fleet/model-desk.js';
import type { OneModel } from '../../../../edge-agent/src/fleet/trial/paired-models.js';
import { FakeClock } from '../support/fake-clock.js';

const picture = { width: 8, height: 8, pixels: new Uint8Array(192) };

const density = (id: string, persons: number): OneModel => ({
  person: undefined,
  density: {
    id,
    error: { relative: 0, floor: 0 },
    estimate: async () => ok({ columns: 1, rows: 1, persons: Float32Array.of(persons) }),
  },
});

const offerOf = (rollout: number, id: string, camera = 'cam-1'): ModelOffer => ({
  rollout,
  model: { id, task: 'density', sha256: id.slice(-1).repeat(64), bytes: 10 },
  ticket: 'f'.repeat(64),
  trial: {
    ...{ camera, seconds: 10, leastLooks: 3 },
    limits: { slower: 5, disagreement: 0.3, failures: 0, drift: 0 },
  },
});

type Fetched = Result<void, 'not-fetched' | 'corrupt' | 'disk-full'>;

/** A box whose own model counts 3; what is offered counts what `counts` says of it. */
const box = (
  counts: Readonly<Record<string, number>>,
  { kept = {}, fetched = () => ok(undefined) }: { kept?: KeptModels; fetched?: () => Fetched } = {},
) => {
  const clock = new FakeClock();
  const closed: string[] = [];
  const shelved: (readonly string[])[] = [];
  let remembered = kept;
  const desk = new ModelDesk({
    base: { ...density('own', 3), motion: undefined },
    experience: {},
    shelf: {
      fetch: async () => fetched(),
      open: async ({ id }) => {
        const persons = counts[id];
        if (persons === undefined) return fail('model-invalid', 'no model');
        const close = async () => void closed.push(id);
        const experience = { activeShare: { mean: persons, deviation: 1 } };
        return ok({ models: density(id, persons), experience, close });
      },
      keepOnly: async (weights) => void shelved.push(weights),
    },
    kept,
    keep: (next) => {
      remembered = next;
    },
    onChange: () => {},
    hasCamera: (camera) => camera.startsWith('cam'),
    clock,
    stopwatch: () => clock.now(),
    log: { info() {}, warn() {}, error() {} },
  });
  /** Lets every camera be looked at twice a second. */
  const pass = async (seconds: number) => {
    for (let half = 0; half < 2 * seconds; half += 1) {
      for (const camera of ['cam-1', 'cam-2']) await desk.of(camera).density?.estimate(picture);
      await clock.advance(500);
    }
  };
  const ids = () => ['cam-1', 'cam-2'].map((camera) => desk.of(camera).density?.id);
  const state = () => desk.states.find(({ task }) => task === 'density');
  return { desk, pass, ids, state, closed, shelved, clock, remembered: () => remembered };
};

describe('[U] desk of offered models', () => {
  it('[FL7] tries a model on one camera, then takes it for all', async () => {
    const { desk, ids, pass, remembered, state } = box({ 'new-a': 3 });
    const taken = desk.take({ density: offerOf(1, 'new-a') });
    await pass(5);
    expect(ids()).toEqual(['own', 'own']);
    expect(state()).toMatchObject({ runs: 'own', offered: { stage: 'shadow', camera: 'cam-1' } });
    await pass(10);
    expect(ids()).toEqual(['new-a', 'own']);
    expect(state()).toMatchObject({ runs: 'own', offered: { stage: 'canary' } });
    await pass(10);
    expect(ids()).toEqual(['new-a', 'new-a']);
    expect(state()).toMatchObject({ runs: 'new-a', offered: { stage: 'probation' } });
    await pass(10);
    await taken;
    expect(state()).toMatchObject({ runs: 'new-a', offered: { stage: 'in-force' } });
    expect(desk.experience).toEqual({ activeShare: { mean: 3, deviation: 1 } });
    expect(remembered().density).toMatchObject({ runs: 1, proven: [{ rollout: 1 }] });
  });

  it('[FL8] rolls a bad one back by itself, lets go of it, and tells why with its figures', async () => {
    const { closed, desk, ids, pass, state } = box({ 'bad-b': 30 });
    const taken = desk.take({ density: offerOf(1, 'bad-b') });
    await pass(6);
    await taken;
    expect(ids()).toEqual(['own', 'own']);
    expect(closed).toEqual(['bad-b']);
    expect(state()).toMatchObject({
      runs: 'own',
      offered: { stage: 'rolled-back', reason: 'disagrees', figures: { disagreement: 6.75 } },
    });
  });

  it('[FL8] does not try the same rollout again, but another one', async () => {
    const { desk, pass, state } = box({ 'bad-b': 30 });
    const first = desk.take({ density: offerOf(1, 'bad-b') });
    await pass(6);
    await first;
    await desk.take({ density: offerOf(1, 'bad-b') });
    expect(state()?.offered?.stage).toBe('rolled-back');
    void desk.take({ density: offerOf(2, 'bad-b') });
    await pass(1);
    expect(state()?.offered).toMatchObject({ rollout: 2, stage: 'shadow' });
  });

  it('[FL8] goes back to the last good one, not to the box’s own', async () => {
    const { desk, ids, pass, state } = box({ 'new-a': 3, 'bad-b': 30 });
    const first = desk.take({ density: offerOf(1, 'new-a') });
    await pass(35);
    await first;
    const second = desk.take({ density: offerOf(2, 'bad-b') });
    await pass(6);
    await second;
    expect(ids()).toEqual(['new-a', 'new-a']);
    expect(state()).toMatchObject({ runs: 'new-a', offered: { model: 'bad-b' } });
  });

  it('takes the box’s own again when nothing is offered any more', async () => {
    const { closed, desk, ids, pass } = box({ 'new-a': 3 });
    const taken = desk.take({ density: offerOf(1, 'new-a') });
    await pass(35);
    await taken;
    await desk.take({});
    expect(ids()).toEqual(['own', 'own']);
    expect(closed).toEqual(['new-a']);
  });

  it('ends a trial whose offer is withdrawn', async () => {
    const { desk, ids, pass, state } = box({ 'new-a': 3 });
    void desk.take({ density: offerOf(1, 'new-a') });
    await pass(15);
    await desk.take({});
    expect(ids()).toEqual(['own', 'own']);
    expect(state()?.offered).toMatchObject({ stage: 'rolled-back', reason: 'withdrawn' });
  });

  it('runs after a restart what has passed, without a new trial', async () => {
    const first = box({ 'new-a': 3 });
    const taken = first.desk.take({ density: offerOf(1, 'new-a') });
    await first.pass(35);
    await taken;
    const later = box({ 'new-a': 3 }, { kept: first.remembered() });
    await later.desk.resume();
    await later.desk.take({ density: offerOf(1, 'new-a') });
    expect(later.ids()).toEqual(['new-a', 'new-a']);
    expect(later.state()?.offered?.stage).toBe('in-force');
  });

  it('begins a trial anew that a restart cut off', async () => {
    const first = box({ 'new-a': 3 });
    void first.desk.take({ density: offerOf(1, 'new-a') });
    await first.pass(15);
    first.desk.stop();
    await first.pass(1);
    const later = box({ 'new-a': 3 }, { kept: first.remembered() });
    void later.desk.take({ density: offerOf(1, 'new-a') });
    await later.pass(2);
    expect(later.state()?.offered?.stage).toBe('shadow');
  });

  it.each([
    ['corrupt', 'corrupt'],
    ['disk-full', 'disk-full'],
  ] as const)('[FL8] says that its weights are %s', async (code, reason) => {
    const { desk, state } = box({ 'new-a': 3 }, { fetched: () => fail(code, 'so it is') });
    await desk.take({ density: offerOf(1, 'new-a') });
    expect(state()?.offered).toMatchObject({ stage: 'rolled-back', reason });
  });

  it('fetches again while the server is away, and then begins', async () => {
    let isAway = true;
    const fetched = (): Fetched => (isAway ? fail('not-fetched', 'away') : ok(undefined));
    const { desk, pass, state } = box({ 'new-a': 3 }, { fetched });
    void desk.take({ density: offerOf(1, 'new-a') });
    await pass(40);
    expect(state()?.offered?.stage).toBe('fetching');
    isAway = false;
    await pass(31);
    expect(state()?.offered?.stage).not.toBe('fetching');
  });

  it('[FL8] one that cannot be loaded, or for a camera that is not here, is told', async () => {
    const { desk, state } = box({});
    await desk.take({ density: offerOf(1, 'new-a') });
    expect(state()?.offered).toMatchObject({ stage: 'rolled-back', reason: 'failed' });
    await desk.take({ density: offerOf(2, 'new-a', 'elsewhere') });
    expect(state()?.offered).toMatchObject({ reason: 'no-such-camera' });
  });

  it('keeps the weights of the last good ones, and no others', async () => {
    const { desk, pass, shelved } = box({ 'new-a': 3, 'new-b': 3, 'new-c': 3 });
    for (const [index, id] of ['new-a', 'new-b', 'new-c'].entries()) {
      const taken = desk.take({ density: offerOf(index + 1, id) });
      await pass(35);
      await taken;
    }
    expect(new Set(shelved.at(-1))).toEqual(new Set(['b'.repeat(64), 'c'.repeat(64)]));
  });
});
