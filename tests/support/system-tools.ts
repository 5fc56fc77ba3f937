import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe } from 'vitest';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => join(folder, name))
    .find(isExecutable);

const firstOnPath = (...names: string[]): string | undefined =>
  names.map(onPath).find((path) => path !== undefined);

/** The program in the folder of the newest version, `root/15/bin/postgres`. */
const newestOf = (root: string, program: string): string | undefined =>
  (existsSync(root) ? readdirSync(root) : [])
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, program))
    .find(isExecutable);

const hasRtspServer = (python: string): boolean =>
  spawnSync(python, [
    '-c',
    "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import GstRtspServer",
  ]).status === 0;

/** Where each real peer lies on this machine; undefined where it is not installed. */
const find = {
  ffmpeg: () => onPath('ffmpeg'),
  mosquitto: () => onPath('mosquitto'),
  systemdAnalyze: () => onPath('systemd-analyze'),
  shellcheck: () => onPath('shellcheck'),
  /** The folder of the server's programs: Debian keeps them out of the path, a folder per version. */
  postgres: () => {
    const program = onPath('postgres') ?? newestOf('/usr/lib/postgresql', 'bin/postgres');
    return program === undefined ? undefined : dirname(program);
  },
  chromium: () =>
    process.env.CHROMIUM ??
    firstOnPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'),
  /** The Python whose bindings reach GStreamer's RTSP server: the system's own, as a rule. */
  rtspPython: () =>
    ['/usr/bin/python3', onPath('python3')]
      .filter((path) => path !== undefined && isExecutable(path))
      .find((path) => path !== undefined && hasRtspServer(path)),
};

export type SystemTool = keyof typeof find;

const known = new Map<SystemTool, string | undefined>();

const look = (tool: SystemTool): string | undefined => {
  if (!known.has(tool)) known.set(tool, find[tool]());
  return known.get(tool);
};

export const toolPath = (tool: SystemTool): string => {
  const path = look(tool);
  if (path === undefined) throw new Error(`${tool} is not installed; run \`npm test\` once`);
  return path;
};

/**
 * `describe` for tests with real peers: skipped with the reason in the title where one is missing,
 * and never skipped in CI, which installs them all.
 */
export const describeWith = (tools: readonly SystemTool[], title: string, tests: () => void) => {
  const missing = tools.filter((tool) => look(tool) === undefined);
  if (missing.length === 0 || process.env.CI === 'true') return describe(title, tests);
  const reason = `${title}: skipped, since ${missing.join(', ')} is not installed (npm test installs it)`;
  console.warn(`! ${reason}`);
  return describe.skip(reason, tests);
};
