import { userInfo } from 'node:os';
import type { KeepParts } from '../access/keep-parts.js';
import { nodeSecrets, scryptPasswords } from '../adapters/access/node-secrets.js';
import { openAccessStore } from '../adapters/access/sqlite-access-store.js';
import { openAuditLog, type SqliteAuditLog } from '../adapters/audit/sqlite-audit-log.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { type OpenedVersions, openVersionStore } from '../adapters/store/sqlite-version-store.js';
import { systemClock } from '../adapters/system-time.js';
import { AuditQueue } from '../audit/audit-queue.js';
import { type Actor, Recorder } from '../audit/recorder.js';
import { contentInForce } from './take-up-venue.js';

/** Accounts, tokens, versions of the venue and the audit log for the command line, while a server may run on the same file. */
export interface Desk extends KeepParts {
  readonly audit: SqliteAuditLog;
  readonly kept: OpenedVersions;
  /** Whoever is logged in to this machine. */
  readonly actor: Actor;
  /** Writes what is noted, and closes. */
  close(): Promise<void>;
}

export const openDesk = (file: LoadedVenueFile): Desk => {
  const { sessionHours, sessionIdleHours } = file.server.access;
  const audit = openAuditLog(file.storeFile);
  const queue = new AuditQueue(audit);
  const store = openAccessStore(file.storeFile);
  const kept = openVersionStore(file.storeFile);
  return {
    store,
    audit,
    kept,
    secrets: nodeSecrets,
    passwords: scryptPasswords,
    recorder: new Recorder({ log: audit, queue, clock: systemClock, versions: {} }),
    clock: systemClock,
    limits: { idleHours: sessionIdleHours, absoluteHours: sessionHours },
    zones: new Set(contentInForce(file, kept).venue.zones.map(({ id }) => id)),
    actor: { name: `command-line:${userInfo().username}`, role: 'admin' },
    close: async () => {
      await queue.flush(systemClock.now());
      kept.close();
      store.close();
      audit.close();
    },
  };
};
