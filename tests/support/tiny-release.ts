import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVER } from './throng.js';

const HARDWARE = fileURLToPath(new URL('../../hardware/', import.meta.url));

interface Oddities {
  readonly starts?: boolean;
  readonly takes?: boolean;
  readonly oddity?: string;
  readonly form?: number;
}

/** A program of a release that does as it is told: `version` and `validate` end with these codes. */
const pretend = ({ starts, takes }: { starts: boolean; takes: boolean }) =>
  `#!/bin/sh\ncase $1 in version) exit ${starts ? 0 : 1};; validate) exit ${takes ? 0 : 1};; esac\n`;

/** The server itself, as a release would start it. */
const realServer = `#!/bin/sh\nexec "${process.execPath}" "${SERVER}" "$@"\n`;

/**
 * A release in the form that the installer takes, with the shipped installer and units and programs
 * that only know how to be well or ill. `oddity` makes its files differ; `form` is what it makes of a store, whose
 * server is then the real one.
 */
export const tinyRelease = async (
  folder: string,
  version: string,
  { starts = true, takes = true, oddity = '', form }: Oddities = {},
): Promise<string> => {
  const release = join(folder, `throng-${version}`);
  for (const path of ['bin', 'runtime', 'edge-agent/examples', 'control-server/examples']) {
    await mkdir(join(release, path), { recursive: true });
  }
  await cp(HARDWARE, join(release, 'hardware'), { recursive: true });
  for (const name of ['throng-edge', 'throng-server']) {
    const isReal = form !== undefined && name === 'throng-server' && starts && takes;
    const text = isReal ? realServer : pretend({ starts, takes });
    await writeFile(join(release, 'bin', name), text);
    await chmod(join(release, 'bin', name), 0o755);
  }
  await writeFile(join(release, 'runtime/node'), '#!/bin/sh\n');
  await chmod(join(release, 'runtime/node'), 0o755);
  await writeFile(
    join(release, 'edge-agent/examples/edge.yml'),
    'edge: box-1\nstate: throng-state\n',
  );
  await writeFile(join(release, 'edge-agent/examples/venue.yml'), 'venue: of the edge\n');
  await writeFile(join(release, 'control-server/examples/venue.yml'), `venue: ${oddity}\n`);
  await writeFile(join(release, 'RELEASE'), `${version}\nlinux-${arch()}\n${form ?? ''}\n`);
  return release;
};
