import { once } from 'node:events';
import { resolve } from 'node:path';
import { hostClock, supervision, tellClock } from '@throng/host/adapters';
import { readSettings } from '../adapters/files/read-settings.js';
import { jsonLog } from '../adapters/json-log.js';
import { forbidCoreDumps } from '../adapters/process/forbid-core-dumps.js';
import { machineClock, systemClock } from '../adapters/system-clock.js';
import { coreDumpFinding } from '../doctor/core-dump-finding.js';
import { assembleAgent } from '../main/assemble-agent.js';
import { giveLifeSigns } from '../main/life-signs.js';
import { openFleet } from '../main/open-fleet.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain } from './output.js';
import { reloadOnRequest } from './reload-on-request.js';

/** Milliseconds in which a signal that comes twice is one: a terminal and npm both pass Ctrl-C on. */
const ONE_PRESS = 1_000;

/** Resolves with the first signal that asks us to stop; a later one ends the process at once. */
const askedToStop = async (): Promise<void> => {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const since = performance.now();
  const again = () => {
    if (performance.now() - since > ONE_PRESS) process.exit(EXIT.failed);
  };
  process.on('SIGINT', again).on('SIGTERM', again);
};

/** `throng-edge run`: measures until it is stopped, or until all its files have ended. */
export const run = async (config: string): Promise<ExitCode> => {
  const loaded = await readSettings(config, process.env);
  if (!loaded.ok) {
    complain(`${config} cannot be used:`, loaded.message.split('\n'));
    return EXIT.failed;
  }
  const log = jsonLog(process.env.THRONG_LOG_LEVEL);
  hostClock.onChange(tellClock(log));
  const dumps = coreDumpFinding(await forbidCoreDumps());
  if (!dumps.ok) log.warn({ detail: dumps.detail, remedy: dumps.remedy }, dumps.subject);
  const fleet = await openFleet(config, process.env, loaded.value, log);
  if (!fleet.ok) {
    complain('the agent cannot start:', [fleet.message]);
    return EXIT.failed;
  }
  const { loaded: settled, seam } = fleet.value;
  const agent = await assembleAgent(settled, log, undefined, seam);
  if (!agent.ok) {
    complain('the agent cannot start:', agent.message.split('\n'));
    return EXIT.failed;
  }
  fleet.value.serve(agent.value);
  const { edge, cameras } = settled.settings;
  log.info({ edge, cameras: cameras.map(({ id }) => id) }, 'measuring');
  const endLifeSigns = giveLifeSigns({
    pulse: agent.value.pulse,
    state: resolve(loaded.value.folder, loaded.value.settings.state),
    supervision: supervision(process.env),
    clock: { after: systemClock.after, now: machineClock.now },
    log,
  });
  const endReloading = reloadOnRequest(config, settled, agent.value, log, fleet.value.pushed);
  await Promise.race([askedToStop(), agent.value.finished]);
  endReloading();
  log.info({ edge }, 'stopping');
  await endLifeSigns();
  await agent.value.stop();
  log.info({ edge }, 'stopped');
  return EXIT.ok;
};
