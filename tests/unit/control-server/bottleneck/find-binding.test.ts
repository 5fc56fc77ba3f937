import { describe, expect, it } from 'vitest';
import { findBinding } from '../../../../control-server/src/bottleneck/find-binding.js';
import { toldBottleneck } from '../../../../control-server/src/bottleneck/told-bottleneck.js';
import { type ScenePassage, type SceneZone, sceneOf } from '../support/flow-scene.js';

/** street → queue → hall → stage; a metre of door carries 82/min by plan. */
const VENUE = (
  zones: Partial<Record<'queue' | 'hall' | 'stage', Partial<SceneZone>>>,
  passages: Partial<Record<'street' | 'gate' | 'tunnel' | 'side', Partial<ScenePassage>>>,
) =>
  sceneOf(
    [
      { id: 'queue', kind: 'queue', persons: 250, ...zones.queue },
      { id: 'hall', persons: 60, ...zones.hall },
      { id: 'stage', kind: 'viewing', persons: 100, ...zones.stage },
    ],
    [
      { id: 'street', from: 'outside', to: 'queue', width: 4, now: 90, ...passages.street },
      { id: 'gate', from: 'queue', to: 'hall', width: 1, now: 60, ...passages.gate },
      { id: 'tunnel', from: 'hall', to: 'stage', width: 2, now: 60, ...passages.tunnel },
      { id: 'side', from: 'hall', to: 'outside', width: 3, ...passages.side },
    ],
  );

const bottleneckOf = (scene: ReturnType<typeof VENUE>, zone = 0) => {
  const binding = findBinding(scene, zone);
  return binding === undefined ? undefined : toldBottleneck(scene, binding, zone);
};

describe('[U] the binding bottleneck', () => {
  it('a gate that dropped from 80 to 20 a minute, with its queue and who feeds it', () => {
    expect(bottleneckOf(VENUE({}, { gate: { now: 20, best: 80 } }))).toEqual({
      kind: 'door',
      passage: 'gate',
      from: 'queue',
      perMinute: 20,
      capacityPerMinute: 80,
      capacityIs: 'learnt',
      lostShare: 0.75,
      queue: { persons: 250, zones: ['queue'] },
      feeders: [{ passage: 'street', perMinute: 90 }],
    });
  });

  it('a drop of less than a fifth is none: the gate is just not pressed', () => {
    expect(bottleneckOf(VENUE({}, { gate: { now: 66, best: 80 } }))).toBeUndefined();
  });

  it('a gate at what it can carry, though it has not dropped', () => {
    expect(bottleneckOf(VENUE({}, { gate: { now: 76, best: 80 } }))).toMatchObject({
      passage: 'gate',
      capacityIs: 'learnt',
      lostShare: 0.05,
    });
  });

  it('the most that was seen of a gate that was never pressed is told as such', () => {
    const gate = { now: 4, best: 24 };
    expect(bottleneckOf(VENUE({}, { gate }))).toMatchObject({
      capacityIs: 'shown',
      capacityPerMinute: 24,
    });
  });

  it('a queue that nobody ever left has its way out shut, by its plan', () => {
    expect(bottleneckOf(VENUE({}, { gate: { now: 0 } }))).toMatchObject({
      passage: 'gate',
      perMinute: 0,
      capacityPerMinute: 82,
      capacityIs: 'planned',
      lostShare: 1,
    });
  });

  it('where nobody waits and nothing is pressed nothing binds', () => {
    const street = { now: 60, best: 60 };
    expect(
      bottleneckOf(VENUE({}, { street, gate: { now: 40, best: 80, usual: 40 } }), 1),
    ).toBeUndefined();
  });

  it('queue spill-back: the door behind a crowded hall is named for the queue too, with both zones', () => {
    const scene = VENUE(
      { hall: { persons: 200 } },
      { gate: { now: 20, best: 80 }, tunnel: { now: 30, best: 150 } },
    );
    expect(bottleneckOf(scene)).toMatchObject({
      passage: 'tunnel',
      from: 'hall',
      queue: { persons: 450, zones: ['hall', 'queue'] },
      feeders: [{ passage: 'street', perMinute: 90 }],
    });
    expect(bottleneckOf(scene, 1)).toMatchObject({ passage: 'tunnel' });
  });

  it('a packed zone is the bottleneck rather than the way into it', () => {
    const scene = VENUE(
      { hall: { persons: 200 }, stage: { persons: 450 } },
      { gate: { now: 20, best: 80 }, tunnel: { now: 30, best: 150 } },
    );
    expect(bottleneckOf(scene)).toMatchObject({ kind: 'packed-zone', zone: 'stage', density: 4.5 });
  });

  it('who looks at a stage does not want out: its quiet exit is no bottleneck', () => {
    const scene = sceneOf(
      [{ id: 'stage', kind: 'viewing', persons: 300 }],
      [
        { id: 'in', from: 'outside', to: 'stage', width: 3, now: 90 },
        { id: 'exit', from: 'stage', to: 'outside', width: 3, now: 5, best: 200 },
      ],
    );
    expect(bottleneckOf(scene)).toBeUndefined();
  });

  it('a passage by which more come in than go out is a way in', () => {
    const scene = sceneOf(
      [{ id: 'stair', kind: 'stairs', persons: 150 }],
      [
        { id: 'head', from: 'stair', to: 'outside', width: 2, now: 15, best: 60, back: 59 },
        { id: 'foot', from: 'stair', to: 'outside', width: 2, now: 40, best: 60 },
      ],
    );
    expect(bottleneckOf(scene)).toMatchObject({ passage: 'foot' });
  });

  it('a hall’s door that stays shut is forgotten after ten minutes, but not while its queue stands', () => {
    const scene = VENUE(
      { hall: { persons: 220 } },
      { tunnel: { now: 2, best: 150, longAgo: true, usual: 2 } },
    );
    expect(bottleneckOf(scene, 1)).toBeUndefined();
    const tunnel = 2 * scene.graph.passages.indexOf('tunnel');
    expect(bottleneckOf({ ...scene, named: new Set([tunnel]) }, 1)).toMatchObject({
      passage: 'tunnel',
      lostShare: 0.99,
    });
  });

  it('a door whose line nobody sees now is never said to have dropped', () => {
    const gate = { now: 20, best: 80, isSeen: false };
    expect(bottleneckOf(VENUE({}, { gate }))).toBeUndefined();
  });

  it('a hall that nobody sees now is neither packed nor waiting: the gate is named', () => {
    const scene = VENUE(
      { hall: { persons: 450, isSeen: false } },
      { gate: { now: 20, best: 80 }, tunnel: { now: 30, best: 150 } },
    );
    expect(bottleneckOf(scene)).toMatchObject({ passage: 'gate', queue: { zones: ['queue'] } });
  });

  it('[LV12] a feeder that nobody sees is unknown and told last, never empty', () => {
    const scene = sceneOf(
      [{ id: 'queue', kind: 'queue', persons: 250 }],
      [
        { id: 'blind', from: 'outside', to: 'queue', width: 4, now: 0, isSeen: false },
        { id: 'street', from: 'outside', to: 'queue', width: 4, now: 30 },
        { id: 'gate', from: 'queue', to: 'outside', width: 1, now: 20, best: 80 },
      ],
    );
    expect(bottleneckOf(scene)?.feeders).toEqual([
      { passage: 'street', perMinute: 30 },
      { passage: 'blind', perMinute: null },
    ]);
  });
});
