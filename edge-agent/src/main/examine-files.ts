import { resolve } from 'node:path';
import { inspectFile, inspectFolder } from '../adapters/files/inspect-path.js';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import type { Finding } from '../doctor/finding.js';
import { secretFileFinding, stateFinding } from '../doctor/machine-findings.js';
import { parseSourceAddress } from '../feed/source-address.js';

/** Looks at the files that hold passwords, and at the room for what must survive a restart. */
export const examineFiles = async (
  config: string,
  { folder, settings }: LoadedSettings,
): Promise<Finding[]> => {
  const { broker, cameras } = settings;
  const owners = [
    ...cameras.map((camera) => ({ ...camera, subject: `camera ${camera.id} password` })),
    { ...broker, subject: 'broker password' },
  ];
  const secrets = await Promise.all(
    owners.flatMap(({ passwordFile, subject }) => {
      if (passwordFile === undefined) return [];
      const path = resolve(folder, passwordFile);
      return [inspectFile(path).then((file) => secretFileFinding(subject, path, file))];
    }),
  );
  const holdsSecret =
    owners.some(({ password }) => password !== undefined) ||
    cameras.some(({ source }) => {
      const address = parseSourceAddress(source);
      return address.kind === 'stream' && address.url.password !== undefined;
    });
  const own = holdsSecret
    ? [secretFileFinding('settings password', config, await inspectFile(config))]
    : [];
  const state = resolve(folder, settings.state);
  return [...own, ...secrets, stateFinding(state, await inspectFolder(state))];
};
