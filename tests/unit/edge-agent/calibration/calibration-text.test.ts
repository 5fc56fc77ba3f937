import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withCalibration } from '../../../../edge-agent/src/calibration/calibration-text.js';
import type { Calibration } from '../../../../edge-agent/src/settings/calibration-settings.js';

const example = readFileSync(
  new URL('../../../../edge-agent/examples/edge.yml', import.meta.url),
  'utf8',
);

const pair = (px: number, py: number, x: number, y: number): Calibration['pairs'][number] => ({
  pixel: [px, py],
  ground: [x, y],
});

const marked: Calibration = {
  imageSize: [1920, 1080],
  pairs: [
    pair(300, 420, 1, 7),
    pair(1_611.5, 421, 11, 7),
    pair(1_890, 1_010, 10, 2),
    pair(30, 1_010, 2, 2),
    pair(900, 700, 6, 4.5),
  ],
  distortion: { model: 'brown-conrady', k1: -0.08 },
  headHeight: 1.6,
  calibratedAt: '2026-11-23T00:30:00.000Z',
  calibratedBy: 'Ada',
};

const written = (text: string, camera: string, calibration = marked): string => {
  const result = withCalibration(text, camera, calibration);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

const commentsIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => /(?:^|\s)#.*$/.exec(line)?.[0]?.trim() ?? []);

describe('[U] a calibration written into the settings', () => {
  it('changes that camera’s calibration and nothing else', () => {
    const before = parse(example);
    const after = parse(written(example, 'foyer-1'));
    expect(after.cameras[0].calibration).toEqual(marked);
    before.cameras[0].calibration = marked;
    expect(after).toEqual(before);
  });

  it('leaves every line outside it as it was, to the letter', () => {
    const lines = written(example, 'foyer-1').split('\n');
    const old = example.split('\n');
    const start = old.findIndex((line) => line.trim() === 'calibration:');
    const next = old.findIndex((line) => line.includes('- id: hall-1'));
    expect(lines.slice(0, start + 1)).toEqual(old.slice(0, start + 1));
    expect(lines.slice(lines.findIndex((line) => line.includes('- id: hall-1')))).toEqual(
      old.slice(next),
    );
  });

  it('keeps each comment, those beside what changed too', () => {
    const text = written(example, 'foyer-1', { ...marked, cameraPosition: [6, -3.5, 5.2] });
    expect(commentsIn(text)).toEqual(commentsIn(example));
  });

  it('writes each pair on a line of its own', () => {
    const text = written(example, 'hall-1');
    expect(text).toContain('        - { pixel: [1611.5, 421], ground: [11, 7] }\n');
  });

  it('takes what is no longer so out', () => {
    const { cameraPosition } = parse(written(example, 'foyer-1')).cameras[0].calibration;
    expect(cameraPosition).toBeUndefined();
  });

  it('adds a calibration to a camera that has none, the last of a file without an end of line', () => {
    const text = 'cameras:\n  # the new one\n  - id: door\n    source: x.mp4';
    const result = written(text, 'door');
    expect(parse(result).cameras[0].calibration).toEqual(marked);
    expect(result).toContain('# the new one');
  });

  it('leaves the rest to the letter there too', () => {
    const text =
      "a:   1   # odd spaces stay\ncameras:\n  - id: door\n    source: 'x.mp4'   # quoted\n\n# the end\n";
    const lines = written(text, 'door').split('\n');
    expect(lines).toEqual(expect.arrayContaining(text.split('\n')));
  });

  it('keeps comments before, in, at the end of and after a calibration, each once and in place', () => {
    const text = [
      'cameras:',
      '  - id: door # A',
      '    # B: above',
      '    calibration: # C',
      '      # D: first',
      '      imageSize: [640, 480] # E',
      '      pairs: # F',
      '        - { pixel: [1, 2], ground: [3, 4] } # G: kept',
      '        # H: between',
      '        - { pixel: [5, 6], ground: [7, 8] }',
      '      headHeight: 1.6 # I',
      '',
      '      # J: at its end',
      '    # K: after it',
      '    source: x.mp4',
      '  # L: next',
      '  - id: roof',
      '',
    ].join('\n');
    const result = written(text, 'door', {
      ...marked,
      pairs: [pair(1, 2, 3, 4), pair(5, 6, 7, 8), pair(9, 9, 9, 9)],
    });
    expect([...result.matchAll(/# ([A-Z])/g)].map(([, letter]) => letter).join('')).toBe(
      'ABCDEFGHIJKL',
    );
    expect(result).toContain('    # K: after it\n    source: x.mp4\n  # L: next\n  - id: roof\n');
    expect(parse(result).cameras[0].source).toBe('x.mp4');
  });

  it('serves a camera in braces, and a document with Windows line ends', () => {
    const braces = `cameras: [{ id: a, source: x, calibration: { imageSize: [32, 32], pairs: [] } }] # all`;
    expect(parse(written(braces, 'a')).cameras[0].calibration).toEqual(marked);
    expect(written(braces, 'a')).toContain('# all');
    const windows = example.replaceAll('\n', '\r\n');
    expect(parse(written(windows, 'foyer-1')).cameras[0].calibration).toEqual(marked);
  });

  it('written twice it is the same', () => {
    const once = written(example, 'foyer-1');
    expect(written(once, 'foyer-1')).toBe(once);
  });

  it('names a camera that the file has not', () => {
    expect(withCalibration(example, 'roof', marked)).toMatchObject({ code: 'no-camera' });
  });
});
