import { join } from 'node:path';
import { start } from '../../../support/child.js';
import { toolPath } from '../../../support/system-tools.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

export const VIDEO = { width: 640, height: 480 } as const;

/** Left and top of the white squares of 32 px: the people whom the test models count. */
export const SQUARES = [
  [96, 224],
  [320, 256],
  [512, 320],
] as const;

/** A still scene of white squares on black as H.264, `seconds` long at `fps`. */
export const squaresVideo = async ({ seconds = 2, fps = 10 } = {}): Promise<string> => {
  const file = join(await temporaryFolder(), 'squares.mp4');
  const boxes = SQUARES.map(([x, y]) => `drawbox=${x}:${y}:32:32:white:fill`).join(',');
  const { code } = await start(toolPath('ffmpeg'), [
    ...['-v', 'error', '-y', '-f', 'lavfi'],
    ...['-i', `color=black:size=${VIDEO.width}x${VIDEO.height}:rate=${fps}:duration=${seconds}`],
    ...['-vf', boxes, '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'],
    ...['-g', `${fps}`, file],
  ]).ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  return file;
};
