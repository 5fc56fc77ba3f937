import { describe, expect, it } from 'vitest';
import { concatScript } from '../../../../edge-agent/src/adapters/ffmpeg/concat-script.js';
import {
  type FfmpegInput,
  inputOptions,
  inputScript,
  outputOptions,
} from '../../../../edge-agent/src/adapters/ffmpeg/ffmpeg-options.js';

const camera: FfmpegInput = {
  input: 'rtsp://viewer:s3cret@cam.local/live?token=abc',
  kind: 'rtsp',
  transport: 'tcp',
  loop: false,
  realTime: true,
  framesPerSecond: 5,
};
const size = { width: 640, height: 480 };
const filters = (options: readonly string[]) => options[options.indexOf('-vf') + 1]?.split(',');

describe('[U] the script that opens a stream', () => {
  it('holds the address, which no option does', () => {
    expect(inputScript(camera)).toBe(
      [
        'ffconcat version 1.0',
        "file 'rtsp://viewer:s3cret@cam.local/live?token=abc'",
        'option rtsp_transport tcp',
        'option fflags nobuffer',
        'option analyzeduration 2000000',
        'option fpsprobesize 0',
        '',
      ].join('\n'),
    );
    const all = [...inputOptions(camera, 'cuda'), ...outputOptions(camera, size, 'cuda')].join(' ');
    expect(all).not.toMatch(/s3cret|viewer|cam\.local|abc/);
  });

  it('asks for no RTSP transport over HTTP, and is not needed for a file', () => {
    expect(inputScript({ ...camera, kind: 'http' })).not.toContain('transport');
    expect(inputScript({ ...camera, kind: 'file' })).toBeUndefined();
  });

  it('keeps quotes, blanks and line ends of an address from ending it', () => {
    const script = concatScript("http://cam/it's a\nfile 'x'?q=\\", {});
    expect(script.split('\n')).toEqual([
      'ffconcat version 1.0',
      String.raw`file 'http://cam/it'\''s a%0Afile '\''x'\''?q=\'`,
      '',
    ]);
  });
});

describe('[U] decoding options', () => {
  it('are none for software', () => {
    expect(inputOptions(camera, 'software')).not.toContain('-hwaccel');
    expect(filters(outputOptions(camera, size, 'software'))).not.toContain('hwdownload');
  });

  it.each([
    ['cuda', 'cuda'],
    ['vaapi', 'vaapi'],
    ['qsv', 'qsv'],
    ['videotoolbox', 'videotoolbox_vld'],
  ] as const)(
    'keep the pictures of %s on the device until the rate is reduced',
    (decoder, surface) => {
      const options = inputOptions(camera, decoder);
      expect(options[options.indexOf('-hwaccel') + 1]).toBe(decoder);
      expect(options[options.indexOf('-hwaccel_output_format') + 1]).toBe(surface);
      const steps = filters(outputOptions(camera, size, decoder)) ?? [];
      expect(steps.indexOf('hwdownload')).toBeGreaterThan(
        steps.findIndex((step) => step.startsWith('select')),
      );
      expect(steps.indexOf('hwdownload')).toBeLessThan(
        steps.findIndex((step) => step.startsWith('scale@picture=640:480')),
      );
    },
  );
});
