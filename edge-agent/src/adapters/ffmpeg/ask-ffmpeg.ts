import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What the system's ffmpeg says of itself; undefined where there is none that answers. */
export const askFfmpeg = async (): Promise<
  { version: string; demuxers: string; decoders: string } | undefined
> => {
  const ask = async (question: string): Promise<string> =>
    (await execute('ffmpeg', ['-hide_banner', question], { timeout: 10_000 })).stdout;
  try {
    const [version, demuxers, decoders] = await Promise.all([
      ask('-version'),
      ask('-demuxers'),
      ask('-decoders'),
    ]);
    return { version, demuxers, decoders };
  } catch {
    return undefined;
  }
};
