import { resolve } from 'node:path';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { systemClock } from '../adapters/system-clock.js';
import { IdentityKeeper } from '../enrolment/identity-keeper.js';
import type { Log } from '../ports/log.js';
import { renewIdentity } from './enrol-box.js';

/** Looks after the certificate of a box that was enrolled; undefined where the settings name a broker themselves. */
export const keepIdentity = (
  { folder, identity, settings }: LoadedSettings,
  log: Log,
): IdentityKeeper | undefined => {
  if (identity === undefined) return undefined;
  const state = resolve(folder, settings.state);
  const renew = () => renewIdentity(state, systemClock);
  return new IdentityKeeper({ identity, renew, clock: systemClock, log });
};
