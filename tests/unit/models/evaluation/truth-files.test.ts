import { describe, expect, it } from 'vitest';
import { densityReport } from '../../../../models/src/evaluation/density-report.js';
import { parseHeads } from '../../../../models/src/evaluation/heads-file.js';
import { parsePeople, parseVideoTruth } from '../../../../models/src/evaluation/person-truth.js';

describe('[U] heads.json', () => {
  it('gives each picture its part, or "all"', () => {
    const heads = parseHeads({
      'a.jpg': { width: 10, height: 10, part: 'A', heads: [[1, 2]] },
      'b.jpg': { width: 10, height: 10, heads: [] },
    });
    expect(heads).toEqual({
      ok: true,
      value: [
        { file: 'a.jpg', part: 'A', width: 10, height: 10, truth: 1 },
        { file: 'b.jpg', part: 'all', width: 10, height: 10, truth: 0 },
      ],
    });
  });

  it.each([
    ['no object', [], 'heads.json'],
    ['nothing at all', {}, 'lists no picture'],
    ['a head of three numbers', { 'a.jpg': { width: 1, height: 1, heads: [[1, 2, 3]] } }, 'a.jpg'],
    ['no size', { 'a.jpg': { heads: [] } }, 'width'],
  ])('refuses %s and says where', (_, value, said) => {
    expect(parseHeads(value)).toMatchObject({
      ok: false,
      code: 'heads-invalid',
      message: expect.stringContaining(said),
    });
  });
});

describe('[U] truth.json and boxes.json', () => {
  it('turn [x, y, width, height] into corners', () => {
    const video = parseVideoTruth({
      video: 'a.mp4',
      fps: 7,
      width: 8,
      height: 6,
      frames: [{ frame: 3, people: [{ id: 1, box: [1, 2, 3, 4] }] }],
    });
    const corners = [{ left: 1, top: 2, right: 4, bottom: 6 }];
    expect(video).toMatchObject({ ok: true, value: { video: 'a.mp4', width: 8, height: 6 } });
    expect(video.ok && video.value.frames.get(3)).toEqual(corners);
    const people = parsePeople({ 'a.jpg': { width: 8, height: 6, people: [[1, 2, 3, 4]] } });
    expect(people).toEqual({ ok: true, value: [{ file: 'a.jpg', people: corners }] });
  });

  it('name what is wrong', () => {
    expect(parseVideoTruth({ video: 'a.mp4' })).toMatchObject({
      code: 'truth-invalid',
      message: expect.stringContaining('"frames"'),
    });
    expect(parsePeople({})).toMatchObject({ code: 'truth-invalid' });
  });
});

describe('[U] the report of a density model', () => {
  const one = { file: 'a.jpg', part: 'A', truth: 10, estimate: 12, sigma: 2 };

  it('judges parts apart and intervals together', () => {
    const report = densityReport('m', 7, [one, { ...one, part: 'B', estimate: 30 }]);
    expect(report).toEqual({
      model: 'm',
      parameters: 7,
      parts: {
        A: { images: 1, mae: 2, rmse: 2, bias: 2 },
        B: { images: 1, mae: 20, rmse: 20, bias: 20 },
      },
      coverage80: 0.5,
      coverage95: 0.5,
    });
  });

  it('knows no coverage where a picture has no σ', () => {
    const report = densityReport('m', 7, [one, { ...one, sigma: undefined }]);
    expect([report.coverage80, report.coverage95]).toEqual([null, null]);
  });
});
