import { readFile, writeFile } from 'node:fs/promises';
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

/** A small moving test card, as H.264 or H.265: a camera without people. */
export const testCard = async ({
  seconds = 4,
  fps = 5,
  size = '320x240',
  encoder = 'libx264',
} = {}): Promise<string> => {
  const file = join(await temporaryFolder(), 'test-card.mp4');
  await ffmpeg([
    ...['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=${fps}:duration=${seconds}`],
    ...['-c:v', encoder, '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p'],
    ...['-g', `${fps}`, file],
  ]);
  return file;
};

/** One stream that changes every `seconds`, as when someone turns a camera's knobs. */
export const changingCard = async (
  sizes: readonly string[],
  { seconds = 6, fps = 5, encoders = sizes.map(() => 'libx264') } = {},
): Promise<string> => {
  const folder = await temporaryFolder();
  const parts = await Promise.all(
    sizes.map(async (size, index) => {
      const part = join(folder, `${index}.ts`);
      const card = await testCard({ seconds, fps, size, encoder: encoders[index] });
      await ffmpeg(['-i', card, '-c', 'copy', '-output_ts_offset', `${index * seconds}`, part]);
      return readFile(part);
    }),
  );
  const file = join(folder, 'changing.ts');
  await writeFile(file, Buffer.concat(parts));
  return file;
};
