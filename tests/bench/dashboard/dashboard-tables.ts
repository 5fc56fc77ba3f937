import type { Table } from '../shared/bench.js';
import type { FrameTimes } from './frame-times.js';
import type { Growth, Verdict } from './long-run.js';
import type { Watched } from './watch.js';

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const workTable = (watched: readonly Watched[]): Table => ({
  title: 'Work at 1 Hz, shares of a core',
  rows: [
    ['page', "page's thread", 'raster and garbage', 'screen', 'whole browser'],
    ...watched.map(({ name, work }) => [
      name,
      ...[work.page, work.beside, work.screen, work.all].map(share),
    ]),
  ],
});

export const frameTable = (
  when: string,
  watched: readonly Watched[],
  of: (scene: Watched) => FrameTimes,
): Table => ({
  title: `Frames ${when}, ms`,
  rows: [
    ['page', 'p50', 'p95', 'p99', '> 17 ms', '> 33 ms'],
    ...watched.map((scene) => {
      const { overOne, overTwo, p50, p95, p99 } = of(scene);
      return [
        scene.name,
        ...[p50, p95, p99].map((ms) => ms.toFixed(1)),
        share(overOne),
        share(overTwo),
      ];
    }),
  ],
});

export const growthTable = (growth: readonly Growth[]): Table => ({
  title: 'Held after a collection, in the long run',
  rows: [
    ['deltas', 'heap, MB', 'nodes', 'listeners'],
    ...growth.map(({ deltas, heapMegabytes, listeners, nodes }) => [
      `${deltas}`,
      heapMegabytes.toFixed(2),
      `${nodes}`,
      `${listeners}`,
    ]),
  ],
});

export const verdictText = (verdict: Verdict | null): string[] => {
  if (verdict === null) return ['no verdict on growth: that takes 15,000 updates or more'];
  const { heapMegabytes, isSteady, listeners, nodes } = verdict;
  const change = [`${heapMegabytes.toFixed(2)} MB`, `${nodes} nodes`, `${listeners} listeners`];
  const word = isSteady ? '✓ the page does not grow' : '✗ the page grows';
  return [`${word}: ${change.join(', ')} more at the end than after a tenth of the run`];
};
