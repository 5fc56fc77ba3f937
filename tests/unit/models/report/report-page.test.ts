import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxDrawing } from '../../../../models/src/report/box-drawing.js';
import { colourOf } from '../../../../models/src/report/colour-ramp.js';
import { densityPixels } from '../../../../models/src/report/density-pixels.js';
import { reportPage } from '../../../../models/src/report/report-page.js';
import { roundUp, scatterChart } from '../../../../models/src/report/scatter-chart.js';

const brightness = (share: number): number => colourOf(share).reduce((sum, part) => sum + part, 0);

describe('[U] the report page', () => {
  it('lets no file name become markup, and asks for no other file', () => {
    const page = reportPage({
      title: '<script>alert(1)</script>',
      lead: 'a & b',
      table: [['part'], ['"><img onerror=x>']],
      chart: '',
      groups: [{ title: 'Worst', exhibits: [{ images: ['data:x'], caption: "it's <b>" }] }],
    });
    expect(page).not.toMatch(/<script|<img onerror|<b>|https?:/);
    expect(page).toContain('a &amp; b');
    expect(page).toContain('it&#39;s &lt;b&gt;');
  });

  it('leaves out a group without pictures', () => {
    const empty = { title: 'Median', exhibits: [] };
    const page = reportPage({ title: 't', lead: '', table: [], chart: '', groups: [empty] });
    expect(page).not.toContain('Median');
  });
});

describe('[U] the chart', () => {
  it('reaches to a round number that no picture passes', () => {
    expect([0.4, 7, 61, 350, 3_000, 9_999].map(roundUp)).toEqual([1, 8, 80, 400, 3_000, 10_000]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), (value) => {
        expect(roundUp(value)).toBeGreaterThanOrEqual(value);
      }),
    );
  });

  it('has a dot for each picture', () => {
    const chart = scatterChart([
      { truth: 3, estimate: 4 },
      { truth: 8, estimate: 1 },
    ]);
    expect(chart.match(/<circle/g)).toHaveLength(2);
  });
});

describe('[U] the drawing of a density map', () => {
  it('grows brighter with density', () => {
    const shares = [0, 0.25, 0.5, 0.75, 1];
    const seen = shares.map(brightness);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(colourOf(-1)).toEqual(colourOf(0));
    expect(colourOf(2)).toEqual(colourOf(1));
  });

  it('shows the picture through where nobody is, and copes with nobody at all', () => {
    const map = { columns: 3, rows: 1 };
    const alphas = (persons: number[]) =>
      [3, 7, 11].map((at) => densityPixels({ ...map, persons: Float32Array.from(persons) })[at]);
    expect(alphas([0, 0.5, 1])).toEqual([0, 255, 255]);
    expect(alphas([0, 0, 0])).toEqual([0, 0, 0]);
    expect(alphas([-1, 0, 1])).toEqual([0, 0, 255]);
  });
});

describe('[U] the drawing of boxes', () => {
  it('dashes the people who were missed', () => {
    const place = { left: 1, top: 2, right: 11, bottom: 22 };
    const matching = { hits: [], falseAlarms: [], misses: [place] };
    const svg = boxDrawing(matching, { width: 40, height: 30 });
    expect(svg).toContain('width="40" height="30"');
    expect(svg).toMatch(/<rect x="1" y="2" width="10" height="20".*dasharray="6 4"/);
  });
});
