import { resolve } from 'node:path';
import type { FleetSettings } from '@throng/contract';
import { type LoadedSettings, readSettings } from '../adapters/files/read-settings.js';
import { watchFiles } from '../adapters/files/watch-files.js';
import { systemClock } from '../adapters/system-clock.js';
import type { AssembledAgent } from '../main/assemble-agent.js';
import type { Log } from '../ports/log.js';

/**
 * Reads the settings again on SIGHUP and, where `watchSettings` says so, when their files change.
 * Faulty settings are told, all faults at once, and change nothing. Returns how to end it.
 *
 * @param pushed what a server has laid over the files.
 */
export const reloadOnRequest = (
  config: string,
  { folder, settings }: LoadedSettings,
  agent: Pick<AssembledAgent, 'reload'>,
  log: Log,
  pushed: () => FleetSettings = () => ({}),
): (() => void) => {
  const reload = async (): Promise<void> => {
    const next = await readSettings(config, process.env, pushed());
    if (next.ok) {
      await agent.reload(next.value);
      return;
    }
    const faults = next.message.split('\n');
    log.error({ faults }, 'settings have faults; the agent keeps those it runs with');
  };
  const onSignal = () => void reload();
  process.on('SIGHUP', onSignal);
  const secrets = settings.cameras.flatMap(({ passwordFile }) => passwordFile ?? []);
  const files = [config, ...[settings.venue, ...secrets].map((path) => resolve(folder, path))];
  const unwatch = settings.watchSettings
    ? watchFiles(
        files.map((path) => resolve(path)),
        systemClock,
        onSignal,
      )
    : () => undefined;
  return () => {
    process.off('SIGHUP', onSignal);
    unwatch();
  };
};
