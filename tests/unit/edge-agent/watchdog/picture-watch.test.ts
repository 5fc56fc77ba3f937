import { describe, expect, it } from 'vitest';
import type { MoveMemory } from '../../../../edge-agent/src/watchdog/move-watch.js';
import {
  type FoundFault,
  PictureWatch,
} from '../../../../edge-agent/src/watchdog/picture-watch.js';
import { type Painting, paint } from '../support/painted-place.js';

const ALL = ['moved', 'covered', 'frozen', 'blinded', 'dark'] as const;

/** A watch in a test's hands: seconds pass by being shown pictures. */
const watchOver = (
  memory?: MoveMemory,
  { faults = ALL, step = 1 }: { faults?: readonly (typeof ALL)[number][]; step?: number } = {},
) => {
  const said: (FoundFault | undefined)[] = [];
  const memories: (MoveMemory | undefined)[] = [];
  const watch = new PictureWatch({
    faults,
    ignored: new Set(),
    memory,
    onMemory: (known) => memories.push(known),
    onChange: (found) => said.push(found),
  });
  let second = 0;
  const show = (seconds: number, painting: Painting | ((second: number) => Painting) = {}) => {
    for (let end = second + seconds; second < end; second += step) {
      const given = typeof painting === 'function' ? painting(second) : painting;
      watch.look(
        { luma: paint({ moment: second, ...given }), digest: `${second}` },
        second * 1_000,
      );
    }
  };
  const repeat = (seconds: number, digests: readonly string[]) => {
    const luma = paint();
    for (let end = second + seconds; second < end; second += 1) {
      watch.look({ luma, digest: digests[second % digests.length] ?? '' }, second * 1_000);
    }
  };
  return { watch, said, memories, show, repeat, now: () => second };
};

const walkers = (second: number): Painting => ({ people: 40, moment: second });

describe('[U] picture watch: sight', () => {
  it.each([
    ['covered', (luma: number) => 90 + luma * 0.002],
    ['blinded', (luma: number) => 250 + luma * 0.01],
    ['dark', (luma: number) => 3 + luma * 0.004],
  ] as const)(
    '[MW9] finds a %s camera within 15 s, and that it is well within 20 s',
    (fault, light) => {
      const { said, show, watch } = watchOver();
      show(30, walkers);
      show(15, { light });
      expect(watch.found).toEqual({ fault, since: 30_000 });
      show(20, walkers);
      expect(watch.found).toBeUndefined();
      expect(said.map((found) => found?.fault)).toEqual([fault, undefined]);
    },
  );

  it('no single odd frame triggers, nor one every few seconds', () => {
    const { said, show } = watchOver();
    show(30, walkers);
    show(60, (second) => (second % 4 === 0 ? { light: () => 0 } : walkers(second)));
    expect(said).toEqual([]);
  });

  it('a dim hall, a bright one and a lit stage in the dark can still be seen', () => {
    const { said, show } = watchOver();
    show(30, walkers);
    show(30, { light: (luma) => luma * 0.25 });
    show(30, { light: (luma) => 150 + luma * 0.45 });
    show(30, { light: (luma) => (luma > 150 ? luma : luma * 0.02) });
    expect(said).toEqual([]);
  });

  it('a camera that is covered from its first picture on is found, too', () => {
    const { show, watch } = watchOver();
    show(15, { light: () => 80 });
    expect(watch.found?.fault).toBe('covered');
  });
});

describe('[U] picture watch: frozen', () => {
  it('[MW9] finds the same picture for a minute, and the round of a few that an encoder goes', () => {
    for (const digests of [['a'], ['key', 'between', 'between-2']]) {
      const { repeat, show, watch } = watchOver();
      show(10, walkers);
      repeat(65, digests);
      expect(watch.found?.fault).toBe('frozen');
      show(12, walkers);
      expect(watch.found).toBeUndefined();
    }
  });

  it('a still place, whose pictures differ by a bit of noise, and a looped film are none', () => {
    const { repeat, said, show } = watchOver();
    show(180);
    repeat(180, ['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(said).toEqual([]);
  });
});

/** A look each two seconds, as often as the place is looked at. */
const SLOWLY = { step: 2 } as const;

describe('[U] picture watch: moved', () => {
  it.each([
    ['by a twentieth of the picture', { right: 5 }],
    ['up and down', { down: 4 }],
    ['to another place', { place: 2 }],
  ])('[MW9] finds a camera turned %s within 90 s', (_, moved) => {
    const { show, watch } = watchOver(undefined, SLOWLY);
    show(200, walkers);
    show(90, (second) => ({ ...walkers(second), ...moved }));
    expect(watch.found?.fault).toBe('moved');
  });

  it('stays moved until someone looks, though the picture is back', () => {
    const { show, watch } = watchOver(undefined, SLOWLY);
    show(200, walkers);
    show(90, { right: 6 });
    show(300, walkers);
    expect(watch.found?.fault).toBe('moved');
    watch.confirm();
    expect(watch.found).toBeUndefined();
    show(300, walkers);
    expect(watch.found).toBeUndefined();
  });

  it('knows after a restart where the camera looked, and that it was moved', () => {
    const before = watchOver(undefined, SLOWLY);
    before.show(200, walkers);
    const learnt = before.memories.at(-1);
    expect(learnt).toBeDefined();
    const turned = watchOver(learnt, SLOWLY);
    turned.show(120, { right: 6 });
    expect(turned.watch.found?.fault).toBe('moved');
    const restarted = watchOver(turned.memories.at(-1), SLOWLY);
    expect(restarted.watch.found?.fault).toBe('moved');
    const well = watchOver(learnt, SLOWLY);
    well.show(300, walkers);
    expect(well.said).toEqual([]);
  });

  it('a crowd that fills the view, nightfall, flicker and shake are no move', () => {
    const { said, show } = watchOver(undefined, SLOWLY);
    show(200, walkers);
    show(200, (second) => ({ people: (second - 200) * 3, moment: second }));
    show(120, (second) => ({ people: 500, moment: second }));
    show(200, (second) => ({ light: (luma) => luma * (1 - (second - 520) / 240) }));
    show(60, (second) => ({ light: (luma) => luma * (0.6 + 0.4 * Math.sin(second)) }));
    const shaken = (by: number): number => Math.round(2 * Math.sin(by)) / 2;
    show(120, (second) => ({ right: shaken(second * 1.7), down: shaken(second * 2.3) }));
    expect(said).toEqual([]);
  });

  it('watches for nothing that it was not asked to', () => {
    const { said, show, watch } = watchOver(undefined, { faults: [] });
    show(30, { light: () => 0 });
    expect([said, watch.found, watch.isDue(1e9)]).toEqual([[], undefined, false]);
  });
});
