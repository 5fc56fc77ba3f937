import { describe, expect, it } from 'vitest';
import {
  complaintIn,
  isRecognition,
  pictureSizeIn,
} from '../../../../edge-agent/src/feed/ffmpeg-words.js';

describe('[U] ffmpeg’s words', () => {
  it.each([
    [
      '[rtsp @ 0x55d0] [error] method DESCRIBE failed: 401 Unauthorized',
      'method DESCRIBE failed: 401 Unauthorized',
    ],
    ['[error] pipe:0: Connection refused', 'pipe:0: Connection refused'],
    ['[in#0 @ 0x1a] [mov @ 0x2b] [fatal] moov atom not found', 'moov atom not found'],
    ['[rtsp @ 0x55d0] [warning] RTP: missed 5 packets', undefined],
    ['[info]   Stream #0:0: Video: h264 (High), yuv420p, 768x576', undefined],
    ['a=tool:GStreamer', undefined],
    [
      '[rawvideo @ 0x5] [error] Application provided invalid, non monotonically increasing dts to muxer in stream 0: 14 >= 0',
      undefined,
    ],
    ['', undefined],
  ])('%s → %s', (line, complaint) => {
    expect(complaintIn(line)).toBe(complaint);
  });

  it.each([
    [
      '[scale@picture @ 0x558b] [verbose] w:640 h:360 fmt:yuv420p sar:1/1 -> w:320 h:240 fmt:rgb24 sar:4/3 flags:0x2',
      { width: 640, height: 360 },
    ],
    [
      '[scale@picture @ 0x558b] [verbose] w:640 h:360 fmt:nv12 csp:bt709 range:tv sar:1/1 -> w:320 h:240 fmt:rgb24',
      { width: 640, height: 360 },
    ],
    ["[scale@picture @ 0x558b] [verbose] w:320 h:240 flags:'bilinear' interl:0", undefined],
    ['[scaler_out_0_0 @ 0x558b] [verbose] w:320 h:240 fmt:rgb24 sar:4/3 -> w:320 h:240', undefined],
  ])('reads the size of the picture in %s', (line, size) => {
    expect(pictureSizeIn(line)).toEqual(size);
  });

  it('knows when the input is understood', () => {
    expect(isRecognition("[info] Input #0, concat, from 'pipe:0':")).toBe(true);
    expect(isRecognition('[info] Output #0, rawvideo, to pipe:1')).toBe(false);
  });
});
