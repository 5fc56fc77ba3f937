import { describe, expect, it } from 'vitest';
import {
  parseDistortion,
  parseEdge,
  parseLength,
  parsePair,
  parsePosition,
  parseSize,
  parseStanding,
} from '../../../../edge-agent/src/calibration/parse-marks.js';
import { parsePairsFile } from '../../../../edge-agent/src/calibration/parse-pairs-file.js';

const pair = { pixel: [640, 512.5], ground: [12.5, -3] };

describe('[U] marks as a command line writes them', () => {
  it('reads each kind', () => {
    expect(parsePair('640,512.5=12.5,-3')).toEqual({ ok: true, value: pair });
    expect(parseLength('1,2,3,4=4.5')).toMatchObject({ value: { from: [1, 2], metres: 4.5 } });
    expect(parseStanding('1,2,3,4=1.8')).toMatchObject({ value: { foot: [1, 2], head: [3, 4] } });
    expect(parseEdge('1,2,3,4,5,6')).toMatchObject({
      value: [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    });
    expect(parsePosition('1,2,6.5')).toMatchObject({ value: [1, 2, 6.5] });
    expect(parseSize('1920x1080')).toMatchObject({ value: [1920, 1080] });
    expect(parseDistortion('auto')).toMatchObject({ value: 'auto' });
    expect(parseDistortion('-0.2,0.05,0,0.001')).toMatchObject({
      value: { k1: -0.2, k2: 0.05, p1: 0, p2: 0.001 },
    });
  });

  it.each([
    () => parsePair('640,512'),
    () => parsePair('640=1,2'),
    () => parsePair('640,512=1,2,3'),
    () => parsePair('640,=1,2'),
    () => parsePair('a,b=1,2'),
    () => parseLength('1,2,3,4=0'),
    () => parseLength('1,2,3=4'),
    () => parseEdge('1,2,3,4'),
    () => parsePosition('1,2,-6'),
    () => parseSize('big'),
    () => parseDistortion('strong'),
  ])('refuses what is none, with the form that is wanted (%#)', (parse) => {
    expect(parse()).toMatchObject({
      ok: false,
      message: expect.stringContaining('is not of the form'),
    });
  });
});

describe('[U] pairs from a file', () => {
  it.each([
    ['ours', JSON.stringify([pair])],
    ['a truth.json', JSON.stringify({ video: 'x', calibration_pairs: [pair] })],
    [
      'GeoJSON',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            geometry: { type: 'Point', coordinates: [12.5, -3] },
            properties: { pixel: [640, 512.5] },
          },
        ],
      }),
    ],
    ['a table', 'px,py,x,y\n# the north corner\n640, 512.5, 12.5, -3\n\n'],
    ['a table with semicolons and no heading', '640;512.5;12.5;-3'],
  ])('%s', (_, text) => {
    expect(parsePairsFile(text)).toEqual({ ok: true, value: [pair] });
  });

  it.each([
    ['{"pairs": 3}', 'no list of pairs'],
    ['[{"pixel": [1, 2]}]', 'entry 1'],
    ['[{]', 'no JSON'],
    ['px,py,x,y\n1,2,3', 'line 2'],
    ['1,2,3,4\n1,2,three,4', 'line 2'],
  ])('refuses %s and says where', (text, words) => {
    expect(parsePairsFile(text)).toMatchObject({
      ok: false,
      message: expect.stringContaining(words),
    });
  });
});
