import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What the system's ffmpeg says of itself; undefined where there is none that answers. */
export const askFfmpeg = async (): Promise<{ version: string; demuxers: string } | undefined> => {
  const ask = async (question: string): Promise<string> =>
    (await execute('ffmpeg', ['-hide_banner', question], { timeout: 10_000 })).stdout;
  try {
    const [version, demuxers] = await Promise.all([ask('-version'), ask('-demuxers')]);
    return { version, demuxers };
  } catch {
    return undefined;
  }
};
