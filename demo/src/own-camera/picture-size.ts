import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fail, ok, type Result } from '@throng/contract';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const PATIENCE_MS = 20_000;

/** ffprobe names the address it could not open, and an address may hold a password. */
const withoutPassword = (words: string): string => words.replaceAll(/\/\/[^/\s@]*@/g, '//…@');

/** Opens a camera or file once to learn the size of its pictures. */
export const pictureSize = async (
  source: string,
  ffprobe = 'ffprobe',
): Promise<Result<PictureSize, 'cannot-open'>> => {
  const transport = /^rtsps?:/i.test(source) ? ['-rtsp_transport', 'tcp'] : [];
  const child = spawn(
    ffprobe,
    [
      ...['-v', 'error', ...transport, '-select_streams', 'v:0'],
      ...['-show_entries', 'stream=width,height', '-of', 'csv=p=0', source],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS },
  );
  const outcome = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  try {
    const [out, words] = await outcome;
    const [, width, height] = /^(\d+),(\d+)/m.exec(out) ?? [];
    if (width !== undefined && height !== undefined) {
      return ok({ width: Number(width), height: Number(height) });
    }
    const why = withoutPassword(words.trim()) || `no picture within ${PATIENCE_MS / 1000} s`;
    return fail('cannot-open', `The camera cannot be read: ${why}`);
  } catch (error) {
    return fail(
      'cannot-open',
      `ffprobe did not start: ${error instanceof Error ? error.message : error}`,
    );
  }
};
