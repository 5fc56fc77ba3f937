import { execFile } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Machine } from '../../feed/offered-decoders.js';

const execute = promisify(execFile);

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The driver's own device; under WSL the GPU is behind Windows'. */
const NVIDIA = ['/dev/nvidiactl', '/dev/dxg'];

const renderNodes = async (): Promise<string[]> => {
  const names = await readdir('/dev/dri').catch(() => []);
  const nodes = names.filter((name) => name.startsWith('renderD'));
  return Promise.all(
    nodes.map(async (name) => {
      const vendor = await readFile(`/sys/class/drm/${name}/device/vendor`, 'utf8').catch(() => '');
      return vendor.trim();
    }),
  );
};

/** Looks for what could decode in hardware; nothing is opened. */
export const askMachine = async (): Promise<Machine> => {
  const [hwaccels, nvidia, nodes] = await Promise.all([
    execute('ffmpeg', ['-hide_banner', '-hwaccels'], { timeout: 10_000 }).then(
      ({ stdout }) => stdout,
      () => '',
    ),
    Promise.all(NVIDIA.map(isThere)),
    renderNodes(),
  ]);
  return {
    hwaccels,
    hasNvidia: nvidia.includes(true),
    renderNodes: nodes,
    isMac: process.platform === 'darwin',
  };
};
