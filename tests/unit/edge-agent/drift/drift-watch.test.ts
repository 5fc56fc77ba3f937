import type { Experience } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { DriftWatch } from '../../../../edge-agent/src/drift/drift-watch.js';

const daylight: Experience = { brightness: { mean: 0.5, deviation: 0.1 } };

const watching = (experience: Experience | undefined) => {
  const changes: (readonly string[])[] = [];
  const watch = new DriftWatch(
    () => experience,
    (outside) => changes.push(outside),
  );
  /** Shows a brightness for a while, five frames a second; returns the frames looked at. */
  const show = (brightness: number, from: number, minutes: number): number => {
    let looked = 0;
    for (let at = from; at < from + minutes * 60_000; at += 200) {
      if (!watch.isDue(at)) continue;
      looked += 1;
      watch.add({ brightness }, at);
    }
    return looked;
  };
  return { changes, show, watch };
};

describe('[U] drift watch', () => {
  it('looks at one frame a second', () => {
    expect(watching(daylight).show(0.5, 0, 1)).toBe(60);
  });

  it('reports how far a camera is outside, once it was seen for long enough, and when it is back', () => {
    const { changes, show, watch } = watching(daylight);
    show(0.05, 0, 5);
    expect(watch.report()).toEqual([]);
    show(0.05, 5 * 60_000, 10);
    expect(watch.report()).toEqual([{ statistic: 'brightness', deviations: -4.5 }]);
    show(0.5, 15 * 60_000, 60);
    expect(watch.report()).toEqual([]);
    expect(changes).toEqual([['brightness'], []]);
  });

  it('says nothing, rather than that all is well, where the model states no experience', () => {
    const { show, watch } = watching(undefined);
    expect(show(0.05, 0, 60)).toBe(0);
    expect(watch.report()).toBeUndefined();
  });

  it('bounds what it reports', () => {
    const { show, watch } = watching({ brightness: { mean: 0, deviation: 1e-6 } });
    show(1, 0, 12);
    expect(watch.report()).toEqual([{ statistic: 'brightness', deviations: 100 }]);
  });
});
