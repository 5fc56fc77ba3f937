import { join } from 'node:path';
import { start } from './child.js';
import { toolPath } from './system-tools.js';
import { temporaryFolder } from './temporary-folder.js';

const ffmpeg = async (args: readonly string[]): Promise<void> => {
  const { code } = await start(toolPath('ffmpeg'), ['-v', 'error', '-y', ...args]).ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${args.join(' ')}`);
};

/** The same pictures, `times` times in a row, without encoding them again. */
export const repeated = async (video: string, times: number): Promise<string> => {
  const file = join(await temporaryFolder(), 'repeated.mp4');
  await ffmpeg(['-stream_loop', `${times - 1}`, '-i', video, '-c', 'copy', '-an', file]);
  return file;
};

/** A small moving test card as H.264: a camera without people. */
export const testCard = async ({
  seconds = 4,
  fps = 5,
  size = '320x240',
} = {}): Promise<string> => {
  const file = join(await temporaryFolder(), 'test-card.mp4');
  await ffmpeg([
    ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p'],
    ...['-g', `${fps}`, file],
  ]);
  return file;
};
