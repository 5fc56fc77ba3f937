import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadVenueFile, type RunningServer, startServer } from '@throng/control-server';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { hashOf } from '../../../../control-server/src/adapters/access/secrets.js';
import { openAuditLog } from '../../../../control-server/src/adapters/audit/sqlite-audit-log.js';
import {
  createAuthority,
  openAuthority,
} from '../../../../control-server/src/adapters/enrolment/authority-folder.js';
import { newCode } from '../../../../control-server/src/adapters/enrolment/new-code.js';
import { openEnrolmentStore } from '../../../../control-server/src/adapters/enrolment/sqlite-enrolment-store.js';
import type { Use } from '../../../../control-server/src/adapters/enrolment/x509-authority.js';
import type { LoadedVenueFile } from '../../../../control-server/src/adapters/settings/load-venue-file.js';
import { AuditQueue } from '../../../../control-server/src/audit/audit-queue.js';
import { Recorder } from '../../../../control-server/src/audit/recorder.js';
import type { EnrolmentStore } from '../../../../control-server/src/enrolment/enrolment-store.js';
import { revoke } from '../../../../control-server/src/enrolment/revoke.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { VENUE } from '../../../unit/control-server/support/venue.js';
import { HandClock } from './hand-clock.js';

export interface EnrollingHouse {
  readonly folder: string;
  readonly venueFile: string;
  readonly file: LoadedVenueFile;
  readonly server: RunningServer;
  readonly clock: HandClock;
  readonly store: EnrolmentStore;
  /** The authority's certificate, PEM. */
  readonly ca: string;
  readonly log: () => string;
  /** As `throng-server enroll` makes one. */
  code(edge: string, minutes?: number): Promise<string>;
  /** As `throng-server revoke` does; the running server follows with its next second. */
  revoke(target: string): Promise<void>;
}

const ACTOR = { name: 'test', role: 'admin' };

/** A certificate of somebody else for page and broker, and who has given it; PEM. */
export interface Given {
  readonly cert: string;
  readonly key: string;
  readonly ca: string;
}

/**
 * A real server with an authority of its own and the certificate it issued to itself, good for
 * `uses`, or one that was `given`.
 */
export const enrollingHouse = async (
  settings: object = {},
  uses: readonly Use[] = ['server'],
  given?: Given,
): Promise<EnrollingHouse> => {
  const folder = await temporaryFolder();
  const authority = join(folder, 'authority');
  const made = await createAuthority(authority, 'Hall', undefined, Date.now());
  const opened = await openAuthority(authority, undefined);
  if (!made.ok || !opened.ok) throw new Error('no authority');
  const pair =
    given ??
    (await opened.value.issueOwn('server', {
      ...{ days: 1, now: Date.now(), names: ['127.0.0.1', 'localhost'], uses },
    }));
  const tls = { certFile: join(folder, 'server.pem'), keyFile: join(folder, 'server.key') };
  await writeFile(tls.certFile, pair.cert);
  await writeFile(tls.keyFile, pair.key);
  if (given !== undefined) await writeFile(join(folder, 'given-ca.pem'), given.ca);
  const caFile = given === undefined ? {} : { caFile: 'given-ca.pem' };
  const venueFile = join(folder, 'venue.yml');
  const server = {
    listen: { port: 0, tls },
    access: { mode: 'open' },
    broker: { embedded: { port: 0, tls } },
    enrolment: { authority: 'authority', ...caFile },
    dashboard: 'no-page-here',
    ...settings,
  };
  await writeFile(venueFile, stringify({ venue: VENUE, server }));
  const loaded = await loadVenueFile(venueFile, {});
  if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const clock = new HandClock(Date.now());
  const running = await startServer(loaded.value, { clock, timer: clock, log });
  onTestFinished(() => running.close());

  const { storeFile } = loaded.value;
  const [store, audit] = [openEnrolmentStore(storeFile), openAuditLog(storeFile)];
  onTestFinished(() => {
    store.close();
    audit.close();
  });
  const recorder = new Recorder({ log: audit, queue: new AuditQueue(audit), clock, versions: {} });
  return {
    ...{ folder, venueFile, file: loaded.value, server: running, clock, store, ca: made.value },
    log: () => lines.join(''),
    code: async (edge, minutes = 60) => {
      const parts = { store, recorder, clock, hash: hashOf };
      const made = await newCode(parts, tls.certFile, { edge, minutes }, ACTOR);
      if (!made.ok) throw new Error(made.message);
      return made.value.code;
    },
    revoke: async (target) => {
      const revoked = await revoke({ store, recorder, clock }, target, 'stolen', ACTOR);
      if (!revoked.ok) throw new Error(revoked.message);
    },
  };
};
