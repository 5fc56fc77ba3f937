import { describe, expect, it } from 'vitest';
import {
  barChart,
  chartMarkup,
  fromZero,
  lineChart,
  numberTicks,
  shareChart,
  stripChart,
  timeTicks,
} from '../../../../control-server/src/charts/index.js';

const frame = { title: 'A chart', width: 400, height: 200 };
const x = { from: 0, to: 10, label: 'minutes' };
const names = { few: 'few', unknown: 'unknown' };

describe('[U] charts', () => {
  it('an axis from nought ends on a round number that nothing passes', () => {
    expect(fromZero('persons', [3, 97])).toMatchObject({ from: 0, to: 120 });
    expect(fromZero('persons', []).to).toBeGreaterThan(0);
  });

  it('numbers below nought have a sign that every font knows', () => {
    expect(numberTicks(-1, 1, 2).map(({ label }) => label)).toContain('-1');
  });

  it('marks of a clock are whole steps of it, no more than asked for', () => {
    const ticks = timeTicks(0, 3 * 3_600_000, 6, (at) => String(at / 60_000));
    expect(ticks.map(({ label }) => label)).toEqual(['0', '30', '60', '90', '120', '150', '180']);
  });

  it('what is unknown is a gap in a line', () => {
    const points = [1, 2, null, 3, 4].map((y, index) => ({ x: index, y }));
    const series = [{ name: 'counted', tone: 'blue', points } as const];
    const [path = ''] = /<path d="[^"]*"/.exec(
      chartMarkup(lineChart({ ...frame, x, y: fromZero('persons', [4]), series })),
    ) ?? [''];
    expect(path.match(/M/g)).toHaveLength(2);
  });

  it('names are text, whatever they hold', () => {
    const bars = [{ from: 0, to: 5, value: 3 }];
    const markup = chartMarkup(
      barChart({ ...frame, title: '<script>', x, y: fromZero('<b>', [3]), bars }),
    );
    expect(markup).not.toMatch(/<(script|b)>/);
    expect(markup).toContain('&lt;script&gt;');
  });

  it('a bar is as high as its value, and at its place', () => {
    const bars = [
      { from: 0, to: 5, value: 10 },
      { from: 5, to: 10, value: 5 },
    ];
    const markup = chartMarkup(barChart({ ...frame, x, y: { from: 0, to: 10, label: '' }, bars }));
    const heights = [...markup.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, h]) => Number(h));
    expect(heights[0]).toBeCloseTo((heights[1] ?? 0) * 2, 0);
  });

  it('levels are drawn in their colour, shares as wide as they are, unknown as no colour at all', () => {
    const shares = { few: 0, A: 0.75, B: 0, C: 0, D: 0, E: 0.25, F: 0, unknown: 0 };
    const drawn = chartMarkup(
      shareChart({ ...frame, names, rows: [{ name: 'West', shares }], write: String }),
    );
    const widths = [...drawn.matchAll(/<rect x="[\d.]+" y="2" width="([\d.]+)"/g)].map(([, w]) =>
      Number(w),
    );
    expect(widths).toHaveLength(2);
    expect(widths[0]).toBeCloseTo((widths[1] ?? 0) * 3, 0);
    const strip = (level: 'A' | 'unknown') =>
      chartMarkup(
        stripChart({
          ...frame,
          x,
          names,
          spans: [],
          rows: [{ name: 'West', stretches: [{ from: 0, to: 10, level }] }],
        }),
      );
    const boxes = (markup: string) => markup.match(/<rect/g)?.length ?? 0;
    expect(boxes(strip('A')) - boxes(strip('unknown'))).toBe(1);
  });
});
