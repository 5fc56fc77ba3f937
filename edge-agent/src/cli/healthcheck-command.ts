import { resolve } from 'node:path';
import { heartbeatFile, readHeartbeat } from '../adapters/files/heartbeat-file.js';
import { readSettings } from '../adapters/files/read-settings.js';
import { machineClock } from '../adapters/system-clock.js';
import { sickness } from '../life/pulse.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson } from './output.js';

/** `throng-edge healthcheck`: whether the agent with these settings is alive, for who restarts it. */
export const healthcheck = async (config: string, json: boolean): Promise<ExitCode> => {
  const loaded = await readSettings(config, process.env);
  if (!loaded.ok) {
    complain(`${config} cannot be used:`, loaded.message.split('\n'));
    return EXIT.failed;
  }
  const { folder, settings } = loaded.value;
  const beat = await readHeartbeat(heartbeatFile(resolve(folder, settings.state)));
  const reason = sickness(beat, machineClock.now());
  const { cameras = 0, running = 0 } = beat ?? {};
  if (json) printJson({ healthy: reason === undefined, reason, running, cameras });
  else if (reason === undefined) print(`healthy: ${running} of ${cameras} cameras give pictures`);
  else complain('not healthy:', [reason]);
  return reason === undefined ? EXIT.ok : EXIT.failed;
};
