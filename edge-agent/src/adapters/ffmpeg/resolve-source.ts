import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { formatStreamUrl, parseSourceAddress } from '../../feed/source-address.js';
import type { CameraSettings } from '../../settings/edge-settings.js';
import { type Credentials, readPassword } from '../files/read-password.js';
import type { FfmpegInput } from './ffmpeg-options.js';

/** A source that is ready to be opened, and what must never be shown of it. */
export interface ResolvedSource {
  readonly input: FfmpegInput;
  readonly secrets: readonly string[];
}

const IMAGES = ['.jpg', '.jpeg', '.png', '.bmp', '.webp', '.tif', '.tiff'];

const kindOfPath = async (path: string): Promise<Result<Pick<FfmpegInput, 'input' | 'kind'>>> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    return fail('source-missing', `there is no file or folder ${path}; check the path`);
  }
  if (!found.isDirectory()) return ok({ input: path, kind: 'file' });
  const images = (await readdir(path)).filter((name) =>
    IMAGES.includes(extname(name).toLowerCase()),
  );
  const endings = [...new Set(images.map((name) => extname(name)))];
  const [ending] = endings;
  if (ending === undefined) {
    return fail('source-missing', `the folder ${path} holds no images (${IMAGES.join(', ')})`);
  }
  if (endings.length > 1) {
    return fail(
      'source-mixed',
      `the folder ${path} mixes ${endings.join(' and ')}; keep images of one kind`,
    );
  }
  return ok({ input: join(path.replace(/[[\]*?{}\\]/g, '\\$&'), `*${ending}`), kind: 'images' });
};

/**
 * What ffmpeg must open for a camera.
 *
 * @param folder that relative paths start from.
 */
export const resolveSource = async (
  camera: Pick<CameraSettings, 'source' | 'transport' | 'loop' | 'framesPerSecond'> & Credentials,
  folder: string,
): Promise<Result<ResolvedSource>> => {
  const { transport, loop, framesPerSecond } = camera;
  const address = parseSourceAddress(camera.source);
  const shared = { transport, loop, realTime: true, framesPerSecond };
  if (address.kind === 'path') {
    const path = await kindOfPath(resolve(folder, address.path));
    return path.ok ? ok({ input: { ...shared, ...path.value }, secrets: [] }) : path;
  }
  const given = await readPassword(camera, folder);
  if (!given.ok) return given;
  const password = given.value ?? address.url.password;
  const url = { ...address.url, username: camera.username ?? address.url.username, password };
  const { protocol } = address;
  const kind = protocol === 'rtsp' || protocol === 'rtsps' ? 'rtsp' : 'http';
  const input = formatStreamUrl(protocol, url);
  return ok({
    input: { ...shared, input, kind },
    secrets: password === undefined ? [] : [password],
  });
};
